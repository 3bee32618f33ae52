param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath

    function New-MixedRow {
        param([int] $Count)
        New-Row $Count |
            ForEach-Object { if ([int] $_.ContactKey.Substring(2) % 2 -eq 0) { $_.Email = 'not an address' }; $_ }
    }
}

Describe 'The errors of a send' {
    BeforeEach {
        $sandbox = Connect-Sandbox
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'are one for each kind, after all results' {
        $all = New-MixedRow 4 | Send-McEmail welcome -BatchSize 2 2>&1
        $kinds = $all | ForEach-Object { $_.GetType().Name }
        $kinds | Should -Be 'SendResult', 'SendResult', 'SendResult', 'SendResult', 'ErrorRecord'
        $problem = $all[4]
        $problem.FullyQualifiedErrorId | Should -Be 'RecipientsRejected,McMessaging.Commands.SendMcEmailCommand'
        $problem.CategoryInfo.Category | Should -Be 'InvalidData'
        $problem.TargetObject | Should -HaveCount 2
        $problem.TargetObject[0] | Should -Be $all[1]
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'are few for a triggered send of many, too' {
        Set-McSandboxFault @{ rejectRecipient = 1 }
        $results = New-Row 20 | Invoke-McTriggeredSend welcome -RequestType Sync `
            -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.Outcome | Select-Object -Unique | Should -Be 'Rejected'
        $problems.Count | Should -Be 1
    }

    It 'leave the rest of the run alone' {
        $results = New-MixedRow 100 |
            Send-McEmail welcome -BatchSize 10 -ErrorAction SilentlyContinue -ErrorVariable problems
        @($results | Where-Object Outcome -eq Accepted).Count | Should -Be 50
        @($results | Where-Object Outcome -eq Rejected).Count | Should -Be 50
        $problems.Count | Should -Be 1
    }

    It 'make $? false, and success makes it true' {
        $null = New-MixedRow 2 | Send-McEmail welcome -ErrorAction SilentlyContinue
        $? | Should -BeFalse
        $null = New-Row 2 -First 10 | Send-McEmail welcome
        $? | Should -BeTrue
    }

    It 'end the pipeline with <How>, after the whole run' -ForEach @(
        @{ How = '-ErrorAction Stop'; Send = {
            New-MixedRow 100 | Send-McEmail welcome -BatchSize 2 -ErrorAction Stop -OutVariable script:results } }
        @{ How = 'the preference Stop'; Send = {
            $ErrorActionPreference = 'Stop'
            New-MixedRow 100 | Send-McEmail welcome -BatchSize 2 -OutVariable script:results } }
    ) {
        $problem = Get-TerminatingError $Send
        $problem.FullyQualifiedErrorId | Should -BeLike 'RecipientsRejected,*'
        $script:results.Count | Should -Be 100
        $sandbox.Counters.EmailAccepted | Should -Be 50
    }

    It 'leave results in hand that are assigned from try and catch' {
        $ErrorActionPreference = 'Stop'
        $results = try { New-MixedRow 100 | Send-McEmail welcome -BatchSize 2 } catch { $problem = $_ }
        $results.Count | Should -Be 100
        $problem.TargetObject.Count | Should -Be 50
    }

    It 'name the failed request, by what the service said' {
        Set-McSandboxFault @{ http500 = 1 }
        $result = New-Row 1 |
            Send-McEmail welcome -MaxRetryCount 0 -ErrorAction SilentlyContinue -ErrorVariable problems
        $result.Outcome | Should -BeIn 'Failed', 'Unknown'
        $problems[0].FullyQualifiedErrorId | Should -Match '^(RequestFailed|OutcomeUnknown),'
        $problems[0].CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        $problems[0].Exception.HttpStatus | Should -Be 500
    }

    It 'tell a limit that stays, with the time to come back at, and keep every result' {
        Set-McSandboxFault @{ http429 = 1; retryAfter = 5 }
        $results = New-Row 30 |
            Send-McEmail welcome -BatchSize 1 -RetryTimeoutSec 2 -RunId r1 `
                -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.Count | Should -Be 30
        $results.Outcome | Select-Object -Unique | Should -Be 'Cancelled'
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'RunStopped,*'
        $problems[0].CategoryInfo.Category | Should -Be 'LimitsExceeded'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'UTC'
        $problems[0].ErrorDetails.RecommendedAction |
            Should -Not -BeLike '*-RunId*' -Because 'nothing was taken that could be sent twice'
    }

    It 'tell a service that went away' {
        $sandbox.Stop()
        $results = New-Row 3 |
            Send-McEmail welcome -MaxRetryCount 0 -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.Outcome | Select-Object -Unique | Should -Be 'Failed'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'RequestFailed,*'
        $problems[0].CategoryInfo.Category | Should -Be 'ConnectionError'
    }

    It 'tell a response that never came' {
        Set-McSandboxFault @{ dropAfter = 1 }
        $result = New-Row 1 |
            Send-McEmail welcome -MaxRetryCount 0 -ErrorAction SilentlyContinue -ErrorVariable problems
        $result.Outcome | Should -Be 'Unknown'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'OutcomeUnknown,*'
    }
}

Describe 'The terminating errors of a send' {
    It 'tell a wrong definition key, after the results' {
        $sandbox = Connect-Sandbox -StrictDefinition
        try {
            $problem = Get-TerminatingError { New-Row 2 | Send-McEmail nowhere -OutVariable script:results }
            $problem.FullyQualifiedErrorId | Should -BeLike 'DefinitionNotUsable,*'
            $problem.Exception.Message | Should -BeLike "*'nowhere'*"
            $script:results.Count | Should -Be 2
        }
        finally {
            $sandbox.Stop()
        }
    }

    It 'tell a token that the service refuses' {
        $sandbox = Start-McSandbox
        try {
            $token = ConvertTo-SecureString 'not-a-token' -AsPlainText
            $null = Connect-McAccount -AccessToken $token -RestBaseUri $sandbox.Uri
            $problem = Get-TerminatingError { New-Row 1 | Send-McEmail welcome }
            $problem.CategoryInfo.Category | Should -Be 'AuthenticationError'
            $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
        finally {
            $sandbox.Stop()
        }
    }

    It 'tell a journal of another definition' {
        $sandbox = Connect-Sandbox
        try {
            $journal = Join-Path $TestDrive 'other.jsonl'
            $null = New-Row 1 | Send-McEmail welcome -JournalPath $journal
            $problem = Get-TerminatingError { New-Row 1 | Send-McEmail farewell -JournalPath $journal }
            $problem.Exception.Message | Should -BeLike '*journal*'
            $sandbox.Counters.EmailAccepted | Should -Be 1
        }
        finally {
            $sandbox.Stop()
        }
    }
}
