param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath

    function Get-Progress {
        param([string] $Script)
        $started = Start-Script "`$null = Connect-McAccount -Sandbox `$sandbox; $Script" @{ sandbox = $sandbox }
        Wait-Signal $started.Run.AsyncWaitHandle | Should -BeTrue
        @($started.Shell.Streams.Progress)
    }
}

Describe 'The progress of a send' {
    BeforeEach {
        $sandbox = Start-McSandbox
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'is one activity that is completed at the end' {
        $records = Get-Progress '1..50 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } } |
            Send-McEmail welcome -BatchSize 10'
        @($records.ActivityId | Select-Object -Unique).Count | Should -Be 1
        $records[-1].RecordType | Should -Be 'Completed'
        $records[0].Activity | Should -Be 'Send-McEmail'
        $records[0].StatusDescription | Should -BeLike '* done, * accepted, * not accepted, */s*'
        $records[0].PercentComplete | Should -Be -1
    }

    It 'has a percentage where the end is known' {
        $records = Get-Progress '1..50 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } } |
            Send-McEmail welcome -BatchSize 10 -TotalCount 50'
        $records[0].PercentComplete | Should -BeGreaterOrEqual 0
        $records[0].StatusDescription | Should -BeLike '* of 50 done*'
    }

    It 'is completed after an error, too' {
        $token = "(ConvertTo-SecureString 'refused' -AsPlainText)"
        $records = Get-Progress "
            `$null = Connect-McAccount -AccessToken $token -RestBaseUri `$sandbox.Uri
            1..50 | ForEach-Object { @{ ContactKey = `"C-`$_`"; To = `"c`$_@example.com`" } } |
                Send-McEmail welcome -BatchSize 10"
        $records[-1].RecordType | Should -Be 'Completed'
    }

    It 'is completed when nobody wants more results' {
        $records = Get-Progress '
            1..5000 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } } |
                Send-McEmail welcome -BatchSize 10 | Select-Object -First 100'
        $records[-1].RecordType | Should -Be 'Completed'
    }

    It 'is silent where the user wants silence' {
        $records = Get-Progress '
            $ProgressPreference = "SilentlyContinue"
            1..50 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } } |
                Send-McEmail welcome -BatchSize 10'
        $records.Count | Should -Be 0
    }

    It 'shows that the service asked to wait' {
        $sandbox.SetFaults([McMessaging.SandboxFaults]@{ Http429 = 1; RetryAfter = 3600 })
        $started = Start-Script '
            $null = Connect-McAccount -Sandbox $sandbox
            @{ ContactKey = "C-1" } | Send-McEmail welcome -RetryTimeoutSec 86400' @{ sandbox = $sandbox }
        try {
            $shown = {
                @($started.Shell.Streams.Progress).StatusDescription -like '*the service asked to wait*' -ne $null
            }
            [System.Threading.SpinWait]::SpinUntil($shown, [timespan]::FromSeconds(60)) | Should -BeTrue
        }
        finally {
            $started.Shell.Stop()
        }
    }
}
