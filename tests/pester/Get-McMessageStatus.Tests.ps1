param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-PromptSandbox
    $rows = @(
        @{ ContactKey = 'C-1'; To = 'c1@example.com' }
        @{ ContactKey = 'C-2'; To = 'notsent@example.com' }
    )
    $results = $rows | Send-McEmail welcome
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Get-McMessageStatus' {
    It 'takes <Input>' -ForEach @(
        @{ Input = 'keys as an argument'; Ask = { Get-McMessageStatus Email $results.MessageKey } }
        @{ Input = 'keys from the pipeline'; Ask = { $results.MessageKey | Get-McMessageStatus Email } }
        @{ Input = 'the results of a send'; Ask = { $results | Get-McMessageStatus } }
        @{ Input = 'results from a job'; Ask = { $results | ConvertTo-Copy | Get-McMessageStatus } }
        @{ Input = 'results from a CSV file'; Ask = {
            $results | ConvertTo-Csv | ConvertFrom-Csv | Get-McMessageStatus } }
        @{ Input = 'other objects with a key'; Ask = {
            $results | Select-Object Channel, MessageKey | Get-McMessageStatus } }
        @{ Input = 'the messages of the sandbox'; Ask = {
            Get-McSandboxMessage $sandbox | Get-McMessageStatus } }
        @{ Input = 'a status'; Ask = { $results | Get-McMessageStatus | Get-McMessageStatus } }
    ) {
        $statuses = & $Ask
        $statuses | Should -BeOfType McMessaging.MessageStatus
        $statuses.MessageKey | Should -Be $results.MessageKey
        $statuses.State | Should -Be 'Sent', 'NotSent'
    }

    It 'says why a message was not sent, and when' {
        $status = $results[1] | Get-McMessageStatus
        $status.StatusCode | Should -Be 24
        $status.StatusMeaning | Should -Be (Get-McErrorInfo 24).Meaning
        $status.Timestamp.Offset | Should -Be ([timespan]::FromHours(-6))
        $time = $status.Timestamp.ToString('yyyy-MM-ddTHH:mm:ss', [cultureinfo]::InvariantCulture)
        $time | Should -Be $status.TimestampText.Substring(0, 19)
        [math]::Abs(($status.Timestamp - $results[1].SentAt).TotalMinutes) | Should -BeLessThan 5
    }

    It 'takes no object without a message key: its text could hold an address' {
        $before = $sandbox.Counters.Requests
        [pscustomobject]@{ ContactKey = 'C-1'; To = 'c1@example.com' } |
            Get-McMessageStatus -Channel Email -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
        $sandbox.Counters.Requests | Should -Be $before
    }

    It 'offers no channel that it refuses: <Name>' -ForEach @(
        @{ Name = 'an unknown one'; Ask = { Get-McMessageStatus Mail key } }
        @{ Name = 'a triggered send''s'; Ask = { Get-McMessageStatus Triggered key } }
    ) {
        $problem = (Get-TerminatingError $Ask).Exception.Message
        $problem | Should -BeLike '*The channel is Email or Sms*'
        $problem | Should -Not -BeLike '*Specify one of*Triggered*'
    }

    It 'asks for SMS' {
        $result = @{ ContactKey = 'S-1'; To = '15555551234' } | Send-McSms code
        ($result | Get-McMessageStatus).EventCategoryType | Should -Be 'TransactionalSendEvents.SMSSent'
    }

    It 'shows a message of an inactive definition as queued' {
        $null = New-EmailDefinition paused -Status Inactive
        $status = $rows[0] | Send-McEmail paused | Get-McMessageStatus
        $status.State, $status.IsFinal | Should -Be 'Queued', $false
        # It has no contact key yet, and its message key has no column of its own in 80 columns.
        $status | Out-String -Width 80 | Should -Match $status.MessageKey
    }

    It 'asks for a key with characters that an address may lose: <_>' -ForEach 'a/b', 'a\b', '100%', 'a%2Fb' {
        $null = @{ ContactKey = 'C-1'; To = 'c1@example.com'; MessageKey = $_ } | Send-McEmail welcome
        $status = Get-McMessageStatus Email $_
        $status.MessageKey, $status.State | Should -Be $_, 'Sent'
    }

    It 'has an error for a key that is unknown, and goes on' {
        $keys = 'nowhere', $results[0].MessageKey, '..', '', $results[1].MessageKey
        $statuses = Get-McMessageStatus Email $keys -ErrorAction SilentlyContinue -ErrorVariable problems
        $statuses.MessageKey | Should -Be $results.MessageKey
        $problems.FullyQualifiedErrorId | Should -Be @(
            'NotFound,McMessaging.Commands.GetMcMessageStatusCommand'
            'KeyNotUsableInAddress,McMessaging.Commands.GetMcMessageStatusCommand'
            'MissingKey,McMessaging.Commands.GetMcMessageStatusCommand')
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problems.TargetObject | Should -Be 'nowhere', '..', ''
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'asks nothing for what was not taken' {
        $refused = @{ ContactKey = 'C-3'; To = 'no address' }, @{ To = 'c4@example.com' } |
            Send-McEmail welcome -ErrorAction SilentlyContinue
        $before = $sandbox.Counters.Requests
        $refused | Get-McMessageStatus -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $sandbox.Counters.Requests | Should -Be $before
        $problems.FullyQualifiedErrorId | Should -BeLike 'MessageNotTaken,*'
        $problems.Exception.Message | Should -Not -BeLike "*''*"
        $problems[0].TargetObject | Should -Be $refused[0].MessageKey
    }

    It 'does not take a triggered send, which has no message key at the service' {
        $rows[0] | Invoke-McTriggeredSend welcome |
            Get-McMessageStatus -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].Exception.Message | Should -BeLike '*Get-McTriggeredSendStatus*'
    }

    It 'ends at once where every further question would fail, too' {
        $token = ConvertTo-SecureString 'not-a-token' -AsPlainText
        $refused = Connect-McAccount -AccessToken $token -RestBaseUri $sandbox.Uri -Name refused
        $before = $sandbox.Counters.Requests
        $problem = Get-TerminatingError { Get-McMessageStatus Email a, b, c -Connection $refused }
        $problem.FullyQualifiedErrorId | Should -BeLike 'AuthenticationFailed,*'
        $sandbox.Counters.Requests - $before | Should -BeLessOrEqual 2
        Disconnect-McAccount -Name refused
        $null = Connect-McAccount -Sandbox $sandbox
    }

    It 'tells each request in the verbose stream, without the key''s owner' {
        $lines = $results[0] | Get-McMessageStatus -Verbose 4>&1 | Select-Object -SkipLast 1
        "$lines" | Should -BeLike "*GET*$($results[0].MessageKey)*200*"
        "$lines" | Should -Not -BeLike '*example.com*'
    }
}
