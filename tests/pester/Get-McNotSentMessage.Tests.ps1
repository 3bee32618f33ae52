param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-PromptSandbox
    $results = 1..120 | ForEach-Object { @{ ContactKey = "C-$_"; To = "notsent$_@example.com" } } | Send-McEmail welcome
    $null = New-Row 5 | Send-McEmail welcome
    $null = @{ ContactKey = 'notsent'; To = '15555551234' } | Send-McSms code
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Get-McNotSentMessage' {
    It 'lists all messages of a channel over several pages, the oldest first' {
        $before = $sandbox.Counters.Requests
        $messages = Get-McNotSentMessage Email
        $messages | Should -BeOfType McMessaging.NotSentMessage
        $messages.MessageKey | Should -Be $results.MessageKey
        $messages[0].EventId | Should -BeGreaterThan ([int]::MaxValue)
        $messages[0].StatusMeaning | Should -Not -BeNullOrEmpty
        $sandbox.Counters.Requests - $before | Should -BeGreaterThan 2
    }

    It 'lists SMS, too' {
        (Get-McNotSentMessage -Channel Sms).ContactKey | Should -Be 'notsent'
    }

    It 'begins after a message' {
        $last = (Get-McNotSentMessage Email)[99].LastEventId
        (Get-McNotSentMessage Email -LastEventId $last).MessageKey | Should -Be $results[100..119].MessageKey
        $end = (Get-McNotSentMessage Email)[-1].LastEventId
        Get-McNotSentMessage Email -LastEventId $end | Should -BeNullOrEmpty
    }

    It 'asks for no more pages than it needs: <How>' -ForEach @(
        @{ How = '-First'; List = { Get-McNotSentMessage Email -First 10 } }
        @{ How = 'Select-Object -First'; List = { Get-McNotSentMessage Email | Select-Object -First 10 } }
    ) {
        $before = $sandbox.Counters.Requests
        (& $List).MessageKey | Should -Be $results[0..9].MessageKey
        $sandbox.Counters.Requests - $before | Should -Be 1
    }

    It 'goes on where the last list ended, with a checkpoint' {
        $checkpoint = Join-Path $TestDrive email.checkpoint
        (Get-McNotSentMessage Email -First 50 -CheckpointPath $checkpoint).MessageKey |
            Should -Be $results[0..49].MessageKey
        (Get-McNotSentMessage Email -CheckpointPath $checkpoint).MessageKey | Should -Be $results[50..119].MessageKey
        Get-McNotSentMessage Email -CheckpointPath $checkpoint | Should -BeNullOrEmpty
    }

    It 'says that a checkpoint counts for more than -LastEventId' {
        $checkpoint = Join-Path $TestDrive both.checkpoint
        $null = Get-McNotSentMessage Email -First 50 -CheckpointPath $checkpoint
        (Get-McNotSentMessage Email -LastEventId 1 -CheckpointPath $checkpoint -WarningVariable told 3>$null).Count |
            Should -Be 70
        "$told" | Should -BeLike '*and not after -LastEventId 1.*'
    }

    It 'repeats what a stopped pipeline did not take: <How>' -ForEach @(
        @{ How = 'Select-Object -First'; List = {
            Get-McNotSentMessage Email -CheckpointPath $checkpoint | Select-Object -First 60 } }
        @{ How = 'an error downstream'; List = {
            Get-McNotSentMessage Email -CheckpointPath $checkpoint | ForEach-Object { throw 'no' } } }
    ) {
        $checkpoint = Join-Path $TestDrive "$How.checkpoint"
        $null = Get-TerminatingError $List
        $checkpoint | Should -Not -Exist
        (Get-McNotSentMessage Email -CheckpointPath $checkpoint).Count | Should -Be 120
    }

    It 'refuses the checkpoint of <What>' -ForEach @(
        @{ What = 'another channel'; Id = 'CheckpointOfAnotherList'; Prepare = {
            Get-McNotSentMessage Email -First 1 -CheckpointPath $checkpoint } }
        @{ What = 'nothing that can be read'; Id = 'CheckpointDamaged'; Prepare = { Set-Content $checkpoint '{' } }
    ) {
        $checkpoint = Join-Path $TestDrive "$Id.checkpoint"
        $null = . $Prepare
        $problem = Get-TerminatingError { Get-McNotSentMessage Sms -CheckpointPath $checkpoint }
        $problem.FullyQualifiedErrorId | Should -Be "$Id,McMessaging.Commands.GetMcNotSentMessageCommand"
    }

    It 'ends with an error when a page fails, after those that came' {
        $connection = Connect-McAccount -Sandbox $sandbox -Name closing
        $messages = [System.Collections.Generic.List[object]]::new()
        $problem = Get-TerminatingError {
            Get-McNotSentMessage Email | ForEach-Object { $messages.Add($_); $connection.Dispose() }
        }
        $problem.FullyQualifiedErrorId | Should -Be 'ConnectionClosed,McMessaging.Commands.GetMcNotSentMessageCommand'
        $messages.Count | Should -Be 50
    }
}
