param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Wait-McMessage' {
    BeforeAll {
        $sandbox = Connect-PromptSandbox
        $null = New-EmailDefinition paused -Status Inactive
    }

    AfterAll {
        $sandbox.Stop()
    }

    It 'emits the final status of each message' {
        $rows = @{ ContactKey = 'C-1'; To = 'c1@example.com' }, @{ ContactKey = 'C-2'; To = 'notsent@example.com' }
        $results = $rows | Send-McEmail welcome
        $statuses = $results | Wait-McMessage -ErrorVariable problems
        $statuses | Should -BeOfType McMessaging.MessageStatus
        $statuses.State | Should -Be 'Sent', 'NotSent'
        $statuses.MessageKey | Should -Be $results.MessageKey
        $problems | Should -BeNullOrEmpty
    }

    It 'waits for a message once, however often it is given' {
        $result = New-Row 1 -First 10 | Send-McEmail welcome
        $before = $sandbox.Counters.Requests
        @($result, $result | Wait-McMessage).Count | Should -Be 1
        $sandbox.Counters.Requests - $before | Should -Be 1
    }

    It 'waits for nothing' {
        @() | Wait-McMessage -Channel Email | Should -BeNullOrEmpty
    }

    It 'emits the last known status when the time is over, and an error for it' {
        $queued = New-Row 1 -First 20 | Send-McEmail paused
        $sent = New-Row 1 -First 30 | Send-McEmail welcome
        $statuses = $queued, $sent | Wait-McMessage -TimeoutSec 1 -ErrorAction SilentlyContinue -ErrorVariable problems
        $statuses.State | Should -Be 'Sent', 'Queued'
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -Be 'WaitTimedOut,McMessaging.Commands.WaitMcMessageCommand'
        $problems[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $problems[0].TargetObject | Should -Be $queued.MessageKey
    }

    It 'goes on waiting for a subscriber who is blacked out' {
        $result = @{ ContactKey = 'blackout'; To = 'b@example.com' } | Send-McEmail welcome
        $status = $result | Wait-McMessage -TimeoutSec 1 -ErrorAction SilentlyContinue -ErrorVariable problems
        $status.State, $status.StatusCode, $status.IsFinal | Should -Be 'NotSent', 25, $false
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'WaitTimedOut,*'
        "$($problems[0].ErrorDetails) $($problems[0].Exception.Message)" | Should -Not -BeLike '*end again*'
    }

    It 'has one error for each kind, after all statuses' {
        $all = Wait-McMessage Email nowhere, neither, '.', '..' -TimeoutSec 1 -ErrorAction Continue 2>&1
        $all | Select-Object -First 4 | Should -BeOfType McMessaging.MessageStatus
        $problems = $all | Select-Object -Skip 4
        $problems.FullyQualifiedErrorId -replace ',.*' | Sort-Object | Should -Be 'KeyNotUsableInAddress', 'WaitTimedOut'
        $late = $problems | Where-Object FullyQualifiedErrorId -like 'WaitTimedOut,*'
        $late.TargetObject | Should -Be 'nowhere', 'neither'
        $late.Exception.Message | Should -BeLike '2 messages, the first: *'
    }

    It 'tells an unknown key when the time is over, and does not wait for one that cannot be asked for' {
        $statuses = Wait-McMessage Email nowhere, '..' -TimeoutSec 1 `
            -ErrorAction SilentlyContinue -ErrorVariable problems
        $statuses.State | Should -Be 'Unknown', 'Unknown'
        $problems.FullyQualifiedErrorId | Should -BeLike '*,McMessaging.Commands.WaitMcMessageCommand'
        ($problems | Where-Object TargetObject -eq nowhere).Exception.Message | Should -BeLike '*does not know*'
        ($problems | Where-Object TargetObject -eq '..').FullyQualifiedErrorId | Should -BeLike 'KeyNotUsableInAddress,*'
    }

    It 'does not wait for what was not taken' {
        $refused = @{ ContactKey = 'C-3'; To = 'no address' } | Send-McEmail welcome -ErrorAction SilentlyContinue
        $refused | Wait-McMessage -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -BeLike 'MessageNotTaken,*'
    }

    It 'ends where the service refuses the token' {
        $token = ConvertTo-SecureString 'not-a-token' -AsPlainText
        $refused = Connect-McAccount -AccessToken $token -RestBaseUri $sandbox.Uri -Name refused
        (Get-TerminatingError { Wait-McMessage Email a -Connection $refused }).FullyQualifiedErrorId |
            Should -BeLike 'AuthenticationFailed,*'
    }

    It 'refuses a time that is out of bounds: <_>' -ForEach 0, 259201 {
        (Get-TerminatingError { Wait-McMessage Email a -TimeoutSec $_ }).FullyQualifiedErrorId |
            Should -BeLike 'ParameterArgumentValidationError,*'
    }
}

Describe 'A wait for messages that are queued at first' {
    It 'polls until they are sent, and shows how far it is' {
        $sandbox = Start-McSandbox
        try {
            $started = Start-Script {
                $null = Connect-McAccount -Sandbox $sandbox
                1..3 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } } | Send-McEmail welcome |
                    Wait-McMessage
            } @{ sandbox = $sandbox }
            Wait-Signal $started.Run.AsyncWaitHandle | Should -BeTrue
            $started.Output.State | Should -Be 'Sent', 'Sent', 'Sent'
            $records = @($started.Shell.Streams.Progress | Where-Object Activity -eq 'Wait-McMessage')
            $records[0].StatusDescription | Should -BeLike '0 of 3 final: *'
            $records[-1].RecordType | Should -Be 'Completed'
        }
        finally {
            $sandbox.Stop()
        }
    }
}
