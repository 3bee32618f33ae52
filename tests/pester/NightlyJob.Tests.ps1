param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-PromptSandbox -StrictDefinition
    $null = New-EmailDefinition welcome
    $script = Resolve-Path "$PSScriptRoot/../../samples/nightly-job.ps1"

    function New-Night {
        param([string] $Name, [string[]] $Row)
        $path = Join-Path $TestDrive "$Name.csv"
        Set-Content $path @('ContactKey,To'; $Row)
        $path
    }

    # A process of its own, as a scheduler starts it.
    function Start-Night {
        param([string] $Path, [int] $RecipientsPerMinute = 120000)
        $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
        $command = "Import-Module '$ModulePath'; & '$script' '$Path' '$TestDrive' " +
            "-RecipientsPerMinute $RecipientsPerMinute; exit `$LASTEXITCODE"
        '-NoProfile', '-NonInteractive', '-Command', $command | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $start.Environment['SFMC_AUTH_BASE_URL'] = "$($sandbox.Uri)"
        $start.Environment['SFMC_CLIENT_ID'] = $sandbox.ClientId
        $start.Environment['SFMC_CLIENT_SECRET'] = $sandbox.RevealClientSecret()
        [System.Diagnostics.Process]::Start($start)
    }

    function Wait-Night {
        param([System.Diagnostics.Process] $Process)
        $output = $Process.StandardOutput.ReadToEndAsync()
        $problems = $Process.StandardError.ReadToEndAsync()
        $Process.WaitForExit(120000) | Should -BeTrue
        [pscustomobject]@{ ExitCode = $Process.ExitCode; Output = $output.Result; Error = $problems.Result }
    }
}

AfterAll {
    $sandbox.Stop()
}

Describe 'samples/nightly-job.ps1, three nights in a row' {
    It 'the first: keeps what was refused, and what was not delivered' {
        $night = Wait-Night (Start-Night (New-Night first @(
            1..20 | ForEach-Object { "A-$_,a$_@example.com" }
            'A-bad,no address'
            'A-bounce,notsent@example.com')))
        $night.ExitCode | Should -Be 1 -Because ($night.Output + $night.Error)
        $sandbox.Counters.EmailAccepted | Should -Be 21
        $rejected = Get-Item $TestDrive/*.rejected.csv | Import-Csv
        $rejected.ContactKey | Should -Be 'A-bad'
        (Get-Item $TestDrive/not-sent-*.csv | Import-Csv).ContactKey | Should -Be 'A-bounce'
    }

    It 'the morning after: the rows that were corrected are sent, and no other' {
        $rejected = (Get-Item $TestDrive/*.rejected.csv).FullName
        $corrected = Join-Path $TestDrive corrected.csv
        (Get-Content $rejected -Raw).Replace('no address', 'good@example.com') | Set-Content $corrected -NoNewline
        $night = Wait-Night (Start-Night $corrected)
        $night.ExitCode | Should -Be 0 -Because ($night.Output + $night.Error)
        $sandbox.Counters.EmailAccepted | Should -Be 22
    }

    It 'the second: is killed in the middle, and goes on when it is started again' {
        Remove-Item $TestDrive/not-sent-*.csv
        $path = New-Night second (1..2000 | ForEach-Object { "B-$_,b$_@example.com" })
        $process = Start-Night $path -RecipientsPerMinute 6000
        $before = $sandbox.Counters.EmailAccepted
        while ($sandbox.Counters.EmailAccepted -eq $before -and -not $process.HasExited) {
            Start-Sleep -Milliseconds 5
        }
        $process.Kill($true)
        $process.WaitForExit()
        $sandbox.Counters.EmailAccepted - $before | Should -BeLessThan 2000

        $night = Wait-Night (Start-Night $path)
        $night.ExitCode | Should -Be 0 -Because ($night.Output + $night.Error)
        $contacts = $sandbox.GetMessages().ContactKey | Where-Object { $_ -like 'B-*' }
        $sandbox.Counters.EmailAccepted - $before | Should -Be 2000
        @($contacts | Sort-Object -Unique).Count | Should -Be 2000
    }

    It 'the third: all is well, and the second night''s file sends nothing when it comes once more' {
        $before = $sandbox.Counters.EmailAccepted
        $night = Wait-Night (Start-Night (New-Night third (1..20 | ForEach-Object { "C-$_,c$_@example.com" })))
        $night.ExitCode | Should -Be 0 -Because ($night.Output + $night.Error)
        $again = Wait-Night (Start-Night (Join-Path $TestDrive second.csv))
        $again.ExitCode | Should -Be 0 -Because ($again.Output + $again.Error)
        $sandbox.Counters.EmailAccepted - $before | Should -Be 20
        Get-Item $TestDrive/*.rejected.csv | Should -HaveCount 1
        Get-Item $TestDrive/not-sent-*.csv | Should -BeNullOrEmpty
    }

    It 'does not begin where the definition is not active' {
        $null = Set-McSendDefinition Email welcome -Status Inactive
        $before = $sandbox.Counters.EmailAccepted
        (Wait-Night (Start-Night (New-Night fourth 'D-1,d1@example.com'))).ExitCode | Should -Be 2
        $sandbox.Counters.EmailAccepted | Should -Be $before
    }
}

Describe 'docs/how-to/nightly-job.md' {
    It 'shows all of <_>, which has 25 lines at most' -ForEach 'nightly-job.ps1', 'nightly-job.sh' {
        $sample = Get-Content "$PSScriptRoot/../../samples/$_" -Raw
        $page = Get-Content "$PSScriptRoot/../../docs/how-to/nightly-job.md" -Raw
        $page.Replace("`r", "").Contains($sample.Replace("`r", "")) | Should -BeTrue
        @($sample.TrimEnd() -split "`n").Count | Should -BeLessOrEqual 25
    }
}
