param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeDiscovery {
    $root = Split-Path (Resolve-Path $ModulePath)
    $scripts = Get-ChildItem "$root/samples/how-to/*.ps1"
    $pages = ($scripts | Where-Object Name -notmatch '\.(before|Tests)\.ps1$').BaseName
    $mcmsg = Get-ChildItem "$root/artifacts/bin/McMessaging.Cli/*/mcmsg.dll" -ErrorAction Ignore
    $python = Get-Command python3 -CommandType Application -ErrorAction Ignore
}

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $root = Split-Path $ModulePath
    $samples = "$root/samples/how-to"

    # The output of a sample that runs as it stands; its first error ends it.
    function Invoke-Sample {
        param([string] $Name, [hashtable] $Parameter = @{})
        $ErrorActionPreference = 'Stop'
        & "$samples/$Name.ps1" @Parameter 3>$null
    }

    function Get-OutcomeCount {
        param([object[]] $Output, [string] $Outcome)
        ($Output | Where-Object Name -eq $Outcome | Measure-Object Count -Sum).Sum
    }
}

Describe 'A how-to' {
    It 'shows the code of its sample: <_>' -ForEach $pages {
        $page = Get-Content "$root/docs/how-to/$_.md" -Raw
        $code = (Get-Content "$samples/$_*.ps1" -Raw) -replace '(?m)^\s+' -join "`n"
        $page | Should -BeLike "*samples/how-to/$_.ps1*"
        $blocks = [regex]::Matches($page, '(?ms)^ *```powershell\n(.*?)^ *```')
        $blocks.Count | Should -BeGreaterThan 0
        foreach ($block in $blocks) {
            $code.Contains(($block.Groups[1].Value -replace '(?m)^\s+')) | Should -BeTrue -Because $block.Value
        }
    }
}

Describe 'The sample' {
    AfterEach {
        Get-McConnection | Disconnect-McAccount
        Stop-EverySandbox
        Remove-Item Env:SFMC_* -ErrorAction Ignore
    }

    It 'first-send sends to every row' {
        $output = Invoke-Sample first-send
        ($output | Where-Object { $_ -is [McMessaging.SendMeasure] }).Accepted | Should -Be 300
        ($output | Where-Object { $_ -is [McMessaging.SendResult] }).Outcome | Should -Be Accepted
    }

    It 'secrets connects from everywhere' {
        Invoke-Sample secrets | Should -Be $true, $true, $true
    }

    It 'business-units sends to each unit' {
        $output = Invoke-Sample business-units
        ($output | Where-Object Total).Accepted | Should -Be 10, 10
        ($output | Where-Object ContactKey).Outcome | Should -Be Accepted, Accepted, Accepted
    }

    It 'resume-a-run kills a run, and everybody has one message' {
        $output = Invoke-Sample resume-a-run
        $output[-1] | Should -Match '^(\d+) messages before the kill, 300 in all, to 300 people$'
        $output[-1] -match '^(\d+) ' | Should -BeTrue
        [int] $Matches[1] | Should -BeIn (1..299)
    }

    It 'correct-and-resend sends what was corrected, once' {
        $output = Invoke-Sample correct-and-resend
        ($output | Where-Object McOutcome).McOutcome | Should -Be Rejected, Rejected
        ($output | Where-Object Outcome).Outcome | Should -Be Accepted, Accepted
        $output[-1] | Should -Be '3 messages to 3 people'
    }

    It 'not-delivered finds what bounced, once' {
        $output = Invoke-Sample not-delivered
        ($output | Where-Object State -eq NotSent).ContactKey | Should -Be C2
        ($output | Where-Object DefinitionKey).ContactKey | Should -Be C2
        $output[-1] | Should -Be '0 new'
    }

    It 'test-your-script is tested by its test' {
        $script = "Import-Module '$ModulePath'; Import-Module Pester -MinimumVersion 5.0; " +
            "(Invoke-Pester '$samples/test-your-script.Tests.ps1' -PassThru -Output None).PassedCount"
        pwsh -NoProfile -NonInteractive -Command $script | Select-Object -Last 1 | Should -Be 2
    }

    It 'test_service sends to the sandbox' -Skip:(-not $python) {
        $sandbox = Start-McSandbox
        $env:SFMC_AUTH_BASE_URL = $sandbox.Uri
        $env:SFMC_CLIENT_ID = $sandbox.ClientId
        $env:SFMC_CLIENT_SECRET = $sandbox.RevealClientSecret()
        python3 "$samples/test_service.py" | Should -Be accepted
        (Get-McSandboxMessage).MessageKey | Should -Be welcome-C1
    }

    It 'report makes a report, and another of what was saved' {
        $pages = Invoke-Sample report @{ Folder = "$TestDrive/report" } | Get-Content -Raw
        $pages.Count | Should -Be 2
        $pages | Should -Match '300 recipients, \d+ not accepted\.'
        $pages[0] | Should -Not -Match '<td>[^<]+@example\.'
        $pages[1] | Should -Match '<td>[^<]+@example\.'
    }

    It 'from-invoke-restmethod sends the same as before' {
        Invoke-Sample from-invoke-restmethod.before | Select-Object -Last 1 | Should -Be '300 messages'
        Invoke-Sample from-invoke-restmethod | Select-Object -Last 1 | Should -Be '300 messages'
    }

    It 'from-triggered-sends sends both ways' {
        $output = Invoke-Sample from-triggered-sends
        Get-OutcomeCount $output Accepted | Should -Be 40
        Get-OutcomeCount $output Sent | Should -Be 20
    }

    It 'windows-powershell sends with mcmsg' -Skip:(-not $mcmsg) {
        $program = (Get-ChildItem "$root/artifacts/bin/McMessaging.Cli/*/mcmsg.dll")[0].FullName
        function mcmsg { dotnet $program @args }
        $output = Invoke-Sample windows-powershell
        Get-OutcomeCount $output Accepted | Should -Be 300
    }
}
