param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-Sandbox -Fault @{ rejectRecipient = 0.2 }
    $results = New-Row 100 | Send-McEmail welcome -BatchSize 10 -ErrorAction SilentlyContinue
    $rejected = @($results | Where-Object Outcome -eq Rejected).Count
    $page = Join-Path $TestDrive 'report.html'

    function Get-Page { Get-Content $page -Raw }
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Export-McSendReport' {
    BeforeEach {
        Remove-Item "$TestDrive/*" -Force
    }

    It 'reports results that are <Kind>' -ForEach @(
        @{ Kind = 'live'; Convert = { $results } }
        @{ Kind = 'from a job'; Convert = { $results | ConvertTo-Copy } }
        @{ Kind = 'from a job, with shallow copies'; Convert = { $results | ConvertTo-Copy -Depth 1 } }
        @{ Kind = 'from a CSV file'; Convert = { $results | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Kind = 'from a JSON file'; Convert = { $results | ConvertTo-Json | ConvertFrom-Json } }
    ) {
        & $Convert | Export-McSendReport $page | Should -BeNullOrEmpty
        $text = Get-Page
        $text | Should -Match "100 recipients, $rejected not accepted\."
        $text | Should -Match '109121 Validation_InvalidValue_to'
        [regex]::Matches($text, '<tr><td').Count | Should -Be $rejected
        $time = $results[0].SentAt.ToLocalTime().ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)
        $text | Should -Match "<td class=`"time`">$time<td>"
        $text | Should -Not -Match '@example\.com'
    }

    It 'reports triggered sends' {
        New-Row 3 | Invoke-McTriggeredSend -Key order_shipped -ErrorAction SilentlyContinue | Export-McSendReport $page
        Get-Page | Should -Match '3 recipients, '
        Get-Page | Should -Match 'order_shipped<td class="channel">Triggered'
    }

    It 'shows addresses on demand only' {
        $results | Export-McSendReport $page -IncludeAddress
        Get-Page | Should -Match '<td>c\d+@example\.com<td>'
    }

    It 'keeps a file that exists, before anything is sent, unless it is forced' {
        Set-Content $page 'old'
        $before = @(Get-McSandboxMessage).Count
        $problem = Get-TerminatingError { New-Row 2 | Send-McEmail welcome | Export-McSendReport $page }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ReportExists,*'
        @(Get-McSandboxMessage).Count | Should -Be $before
        Get-Content $page | Should -Be 'old'
        $results | Export-McSendReport $page -Force
        Get-Page | Should -BeLike '<!DOCTYPE html>*'
    }

    It 'sends nothing whose report cannot be written' {
        $before = @(Get-McSandboxMessage).Count
        $problem = Get-TerminatingError {
            New-Row 2 | Send-McEmail welcome | Export-McSendReport "$TestDrive/no/such/folder/report.html"
        }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ReportNotWritable,*'
        @(Get-McSandboxMessage).Count | Should -Be $before
    }

    It 'is written although an error at the end of the send ends the pipeline, and says so' {
        Set-McSandboxFault @{ rejectRecipient = 1 }
        $problem = Get-TerminatingError {
            New-Row 5 -First 500 | Send-McEmail welcome -ErrorAction Stop | Export-McSendReport $page
        }
        $problem.FullyQualifiedErrorId | Should -BeLike 'RecipientsRejected,*'
        Get-Page | Should -Match '5 recipients, none accepted\.'
        Get-Page | Should -Match 'results that came before it'
        (Get-ChildItem $TestDrive -Force).Name | Should -Be 'report.html'
    }

    It 'writes nothing with -WhatIf' {
        $results | Export-McSendReport $page -WhatIf
        Get-ChildItem $TestDrive -Force | Should -BeNullOrEmpty
    }

    It 'says what is no result, and reports the rest' {
        @($results[0]; 'text'; [pscustomobject]@{ Outcome = '99' }; $results[1]) |
            Export-McSendReport $page -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 2
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotASendResult,*'
        Get-Page | Should -Match '2 recipients'
    }

    It 'reports nothing as nothing' {
        @() | Export-McSendReport $page
        Get-Page | Should -Match 'There are no results\.'
    }
}
