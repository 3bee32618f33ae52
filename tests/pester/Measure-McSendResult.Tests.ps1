param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-Sandbox -Fault @{ rejectRecipient = 0.2 }
    $results = New-Row 100 | Send-McEmail welcome -BatchSize 10 -ErrorAction SilentlyContinue
    $rejected = @($results | Where-Object Outcome -eq Rejected).Count
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Measure-McSendResult' {
    It 'counts results that are <Kind>' -ForEach @(
        @{ Kind = 'live'; Convert = { $results } }
        @{ Kind = 'from a job'; Convert = { $results | ConvertTo-Copy } }
        @{ Kind = 'from a job, with shallow copies'; Convert = { $results | ConvertTo-Copy -Depth 1 } }
        @{ Kind = 'from a CSV file'; Convert = { $results | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Kind = 'from a JSON file'; Convert = { $results | ConvertTo-Json | ConvertFrom-Json } }
    ) {
        $measure = & $Convert | Measure-McSendResult
        $measure | Should -BeOfType McMessaging.SendMeasure
        $measure.Total | Should -Be 100
        $measure.Rejected | Should -Be $rejected
        $measure.Accepted | Should -Be (100 - $rejected)
        $measure.Requests | Should -Be 10
        $measure.Retries | Should -Be 0
        $measure.ByErrorCode.Count | Should -Be 1
        $measure.ByErrorCode[0].ErrorCode | Should -Be 109121
        $measure.ByErrorCode[0].Count | Should -Be $rejected
        $measure.FirstSentAt.ToUnixTimeSeconds() | Should -Be $results[0].SentAt.ToUnixTimeSeconds()
    }

    It 'has no rate where nothing was accepted' {
        $refused = 1..2 | ForEach-Object {
            [pscustomobject]@{
                Outcome = 'Rejected'; ErrorCode = 109121; Attempts = 1; RequestId = "r$_"; FromJournal = $false
                SentAt = [datetimeoffset]::new(2026, 1, 31, 10, 0, $_, [timespan]::Zero)
            }
        }
        ($refused | Measure-McSendResult).RecipientsPerSecond | Should -Be 0
    }

    It 'shows an error that has no meaning, or no name, without a colon at its end' {
        $refused = 'Rejected', 'Failed' | ForEach-Object {
            [pscustomobject]@{ Outcome = $_; ErrorName = $_ -eq 'Failed' ? 'Http777' : $null }
        }
        $shown = $refused | Measure-McSendResult | Format-List | Out-String
        $shown | Should -Match '(?m)1 x no code\s*$'
        $shown | Should -Match '(?m)1 x Http777\s*$'
    }

    It 'counts an array as parameter' {
        (Measure-McSendResult -InputObject $results).Total | Should -Be 100
    }

    It 'counts nothing in an empty pipeline' {
        (@() | Measure-McSendResult).Total | Should -Be 0
    }

    It 'refuses what is no result, and counts the rest' {
        $measure = @($results[0]; [pscustomobject]@{ A = 1 }; [pscustomobject]@{ Outcome = '99' }; $results[1]) |
            Measure-McSendResult -ErrorAction SilentlyContinue -ErrorVariable problems
        $measure.Total | Should -Be 2
        $problems.Count | Should -Be 2
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotASendResult,*'
    }
}
