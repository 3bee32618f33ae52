param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Start-McSandbox' {
    AfterEach {
        Stop-EverySandbox
    }

    It 'takes a free port by itself' {
        (Start-McSandbox).Uri.IsLoopback | Should -BeTrue
    }

    It 'takes the client id and the secret it is given' {
        $secret = ConvertTo-SecureString 'given-secret' -AsPlainText
        $sandbox = Start-McSandbox -ClientId 'given-id' -ClientSecret $secret
        $credential = [pscredential]::new('given-id', $secret)
        (Connect-McAccount -AuthBaseUri $sandbox.Uri -Credential $credential).ClientId | Should -Be 'given-id'
    }

    It 'says which port is taken' {
        $port = (Start-McSandbox).Uri.Port
        $problem = Get-TerminatingError { Start-McSandbox -Port $port }
        $problem.FullyQualifiedErrorId | Should -BeLike 'SandboxNotStarted,*'
        $problem.Exception.Message | Should -BeLike "*$port*"
    }

    It 'names the faults there are when one is unknown' {
        $problem = Get-TerminatingError { Start-McSandbox -Fault @{ earthquake = 1 } }
        $problem.FullyQualifiedErrorId | Should -BeLike 'UnusableFault,*'
        $problem.Exception.Message | Should -BeLike '*http500*'
    }

    It 'starts nothing with -WhatIf' {
        Start-McSandbox -WhatIf | Should -BeNullOrEmpty
        Get-TerminatingError { Get-McSandboxMessage } | Should -Not -BeNullOrEmpty
    }
}

Describe 'A sandbox' {
    BeforeEach {
        $sandbox = Connect-Sandbox
    }

    AfterEach {
        $sandbox.Stop()
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

    It 'changes its faults' {
        Set-McSandboxFault @{ http500 = 1; latencyMs = 1 }
        $sandbox.Faults.Http500 | Should -Be 1
        Set-McSandboxFault @{}
        $sandbox.Faults.Http500 | Should -Be 0
    }

    It 'keeps its faults with -WhatIf' {
        Set-McSandboxFault @{ http500 = 1 } -WhatIf
        $sandbox.Faults.Http500 | Should -Be 0
    }

    It 'is found by its object where there are several' {
        $other = Start-McSandbox
        try {
            New-Row 2 | Send-McEmail welcome | Out-Null
            @($other | Get-McSandboxMessage).Count | Should -Be 0
            @($sandbox | Get-McSandboxMessage).Count | Should -Be 2
            @(Get-McSandboxMessage).Count | Should -Be 0
        }
        finally {
            $other | Stop-McSandbox
        }
        @(Get-McSandboxMessage).Count | Should -Be 2
    }

    It 'is given by position, by name or from the pipeline' {
        $other = Start-McSandbox
        New-Row 2 | Send-McEmail welcome | Out-Null
        [pscustomobject]@{ ContactKey = 'S-1'; Phone = '15555551234' } | Send-McSms code | Out-Null
        @(Get-McSandboxMessage $sandbox).Count | Should -Be 3
        (Get-McSandboxMessage $sandbox Sms).ContactKey | Should -Be 'S-1'
        (Get-McSandboxMessage Sms -Sandbox $sandbox).ContactKey | Should -Be 'S-1'
        ($sandbox | Get-McSandboxMessage Sms).ContactKey | Should -Be 'S-1'

        Set-McSandboxFault $sandbox @{ http500 = 1 }
        $sandbox.Faults.Http500 | Should -Be 1
        Set-McSandboxFault @{} -Sandbox $sandbox
        $sandbox.Faults.Http500 | Should -Be 0
        $sandbox | Set-McSandboxFault @{ http500 = 1 }
        $sandbox.Faults.Http500 | Should -Be 1
        $other.Faults.Http500 | Should -Be 0

        Stop-McSandbox $sandbox
        $sandbox.IsRunning | Should -BeFalse
        $other.IsRunning | Should -BeTrue
        Stop-McSandbox -Sandbox $other
        $other.IsRunning | Should -BeFalse
    }

    It 'stops' {
        Stop-McSandbox
        $sandbox.IsRunning | Should -BeFalse
        (Get-TerminatingError { Stop-McSandbox }).FullyQualifiedErrorId | Should -BeLike 'NoSandbox,*'
    }
}
