param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Get-McSandboxMessage' {
    BeforeEach {
        $sandbox = Connect-Sandbox
    }

    AfterEach {
        Stop-EverySandbox
    }

    It 'lists the messages it was sent' {
        New-Row 3 | Send-McEmail welcome | Out-Null
        $messages = Get-McSandboxMessage
        $messages.ContactKey | Should -Be 'C-1', 'C-2', 'C-3'
        $messages[0].Attributes['FirstName'] | Should -Be 'Name 1'
    }

    It 'lists the messages of a channel' {
        New-Row 1 | Send-McEmail welcome | Out-Null
        [pscustomobject]@{ ContactKey = 'S-1'; Phone = '15555551234' } | Send-McSms code | Out-Null
        (Get-McSandboxMessage Sms).ContactKey | Should -Be 'S-1'
        (Get-McSandboxMessage -Channel Email).ContactKey | Should -Be 'C-1'
    }

    It 'lists the messages of some keys' {
        $results = New-Row 3 | Send-McEmail welcome
        (Get-McSandboxMessage -MessageKey $results[0, 2].MessageKey).ContactKey | Should -Be 'C-1', 'C-3'
        (Get-McSandboxMessage Email -MessageKey $results[1].MessageKey).ContactKey | Should -Be 'C-2'
    }

    It 'takes a sandbox by position, by name or from the pipeline' {
        $null = Start-McSandbox
        New-Row 2 | Send-McEmail welcome | Out-Null
        [pscustomobject]@{ ContactKey = 'S-1'; Phone = '15555551234' } | Send-McSms code | Out-Null
        @(Get-McSandboxMessage).Count | Should -Be 0
        @(Get-McSandboxMessage $sandbox).Count | Should -Be 3
        (Get-McSandboxMessage $sandbox Sms).ContactKey | Should -Be 'S-1'
        (Get-McSandboxMessage Sms -Sandbox $sandbox).ContactKey | Should -Be 'S-1'
        ($sandbox | Get-McSandboxMessage Sms).ContactKey | Should -Be 'S-1'
    }

    It 'goes back to the other sandbox when the last one stops' {
        $other = Start-McSandbox
        New-Row 2 | Send-McEmail welcome | Out-Null
        @($other | Get-McSandboxMessage).Count | Should -Be 0
        $other | Stop-McSandbox
        @(Get-McSandboxMessage).Count | Should -Be 2
    }
}
