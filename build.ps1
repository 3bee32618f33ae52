#Requires -Version 7.4
<#
.SYNOPSIS
Builds, tests and packages McMessaging.
.EXAMPLE
./build.ps1 -Task Build, Test
.EXAMPLE
./build.ps1 -Task Package -Configuration Release
#>
[CmdletBinding()]
param(
    [ValidateSet('Clean', 'Build', 'Test', 'Pester', 'Browser', 'Docs', 'Package', 'PackageTest', 'Chaos', 'Load',
        'Fuzz', 'Cultures', 'Coverage', 'Mutation', 'Bench', 'Full')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # How long the task Load sends.
    [double] $Minutes = 30
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$manifestPath = Join-Path $PSScriptRoot 'McMessaging.psd1'

function Invoke-Clean {
    foreach ($folder in 'artifacts', 'output') {
        Remove-Item (Join-Path $PSScriptRoot $folder) -Recurse -Force -ErrorAction Ignore
    }
    Remove-Item (Join-Path $PSScriptRoot 'module/*') -Include *.dll, *.pdb
}

function Invoke-Build {
    dotnet build (Join-Path $PSScriptRoot 'McMessaging.slnx') --configuration $Configuration --nologo
}

function Invoke-ModuleBuild {
    dotnet build (Join-Path $PSScriptRoot 'src/McMessaging') --configuration $Configuration --nologo
}

function Invoke-Test {
    dotnet test (Join-Path $PSScriptRoot 'McMessaging.slnx') --configuration $Configuration --nologo
}

function Invoke-PesterTest {
    Invoke-ModuleBuild
    Import-Module Pester -MinimumVersion 5.0
    $tests = Join-Path $PSScriptRoot 'tests/pester'
    $container = New-PesterContainer -Path $tests -Data @{ ModulePath = $manifestPath }
    $result = Invoke-Pester -Container $container -Output Detailed -PassThru
    if ($result.Result -ne 'Passed') {
        throw "$($result.FailedCount) Pester tests failed."
    }
}

function Invoke-BrowserTest {
    $project = Join-Path $PSScriptRoot 'tests/McMessaging.Browser.Tests'
    $names = 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'
    if (-not $env:MC_TEST_BROWSER -and -not (Get-Command $names -CommandType Application -ErrorAction Ignore)) {
        Write-Warning @'
No Chromium, Chrome or Edge is on the PATH. Unless one is where it is usually installed, the tests are skipped. Get one:
  Debian, Ubuntu  sudo apt-get install chromium
  macOS           brew install --cask chromium
  Windows         winget install Google.Chrome
or set the environment variable MC_TEST_BROWSER to the path of one.
'@
    }
    if (-not (Get-Command npm -CommandType Application -ErrorAction Ignore)) {
        Write-Warning 'npm is not on the PATH: without axe-core, accessibility is not tested. It comes with Node.js.'
    }
    dotnet test $project --configuration $Configuration --nologo
}

function Invoke-Docs {
    $project = Join-Path $PSScriptRoot 'tools/McMessaging.Docs'
    dotnet run --project $project --configuration $Configuration -- $PSScriptRoot
}

function Invoke-Package {
    dotnet build (Join-Path $PSScriptRoot 'src/McMessaging') --configuration Release --nologo `
        --property ContinuousIntegrationBuild=true
    Import-Module (Join-Path $PSScriptRoot 'tools/Packaging.psm1') -Force
    New-Package
}

# Minutes, and a build from nothing: not part of dotnet test.
function Invoke-PackageTest {
    Import-Module Pester -MinimumVersion 5.0
    $tests = 'Reproducible', 'Package' | ForEach-Object { Join-Path $PSScriptRoot "tests/packaging/$_.Tests.ps1" }
    $result = Invoke-Pester $tests -Output Detailed -PassThru
    if ($result.Result -ne 'Passed') {
        throw "$($result.FailedCount) tests of the packages failed."
    }
}

function Invoke-Chaos {
    dotnet run --project (Join-Path $PSScriptRoot 'tools/McMessaging.Chaos') --configuration $Configuration
}

function Invoke-Load {
    Invoke-ModuleBuild
    $project = Join-Path $PSScriptRoot 'tools/McMessaging.Load'
    dotnet run --project $project --configuration $Configuration -- --minutes $Minutes --module $manifestPath
}

function Invoke-Fuzz {
    # A million cases for each of the eleven targets; dotnet test alone runs 20,000 in all.
    $env:MCMESSAGING_FUZZ_CASES ??= 11000000
    dotnet test (Join-Path $PSScriptRoot 'tests/McMessaging.Fuzz.Tests') --configuration $Configuration --nologo
}

function Invoke-Cultures {
    # The environment decides on Linux and macOS alone: elsewhere the first test of each suite fails, which looks
    # whether the culture and the time zone are in force. The clock of the tests begins just before the hour changes.
    $runs = @(
        @{ MC_TEST_CULTURE = 'en-US'; LC_ALL = 'en_US.UTF-8'; MC_TEST_CLOCK = $null }
        @{ MC_TEST_CULTURE = 'tr-TR'; LC_ALL = 'tr_TR.UTF-8'; MC_TEST_CLOCK = '2026-03-08T06:59:50Z' }
        @{ MC_TEST_CULTURE = 'de-DE'; LC_ALL = 'de_DE.UTF-8'; MC_TEST_CLOCK = '2026-11-01T05:59:50Z' }
        @{ MC_TEST_CULTURE = 'ar-SA'; LC_ALL = 'ar_SA.UTF-8'; MC_TEST_CLOCK = '2026-11-01T06:59:50Z' }
        @{ MC_TEST_CULTURE = 'C'; LC_ALL = 'C'; MC_TEST_CLOCK = $null }
    )
    $suites = 'McMessaging.Client.Tests', 'McMessaging.Sandbox.Tests', 'McMessaging.Cli.Tests',
        'McMessaging.EndToEnd.Tests', 'McMessaging.Tests' | ForEach-Object { Join-Path $PSScriptRoot "tests/$_" }
    $suites | ForEach-Object { dotnet build $_ --configuration $Configuration --nologo -p:AssertsCulture=true }
    $failed = foreach ($run in $runs) {
        $variables = $run + @{
            LANG = $run.LC_ALL; TZ = 'America/New_York'; DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = '0' }
        foreach ($suite in $suites) {
            Write-Information "$($run.MC_TEST_CULTURE): $suite" -InformationAction Continue
            Invoke-WithEnvironment $variables {
                $PSNativeCommandUseErrorActionPreference = $false
                dotnet test $suite --configuration $Configuration --no-build --nologo | Out-Host
                if ($LASTEXITCODE) { "$($run.MC_TEST_CULTURE): $suite" }
            }
        }
    }
    if ($failed) {
        throw "Failed: $($failed -join ', ')"
    }
}

function Invoke-WithEnvironment {
    param([hashtable] $Variables, [scriptblock] $Script)
    $before = @{}
    foreach ($name in $Variables.Keys) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
        Set-Item "Env:$name" $Variables[$name]
    }
    try {
        & $Script
    }
    finally {
        $before.GetEnumerator() | ForEach-Object { Set-Item "Env:$($_.Key)" $_.Value }
    }
}

function Invoke-Coverage {
    Import-Module (Join-Path $PSScriptRoot 'tools/Coverage.psm1') -Force
    Measure-Coverage $Configuration
}

# Half an hour to an hour on two cores.
function Invoke-Mutation {
    dotnet tool restore --tool-manifest (Join-Path $PSScriptRoot '.config/dotnet-tools.json')
    $project = Join-Path $PSScriptRoot 'tools/McMessaging.Mutation'
    dotnet run --project $project --configuration $Configuration -- --root $PSScriptRoot
}

function Invoke-Bench {
    dotnet build (Join-Path $PSScriptRoot 'McMessaging.slnx') --configuration Release --nologo
    & (Join-Path $PSScriptRoot 'bench/Bench.ps1')
}

foreach ($name in $Task) {
    switch ($name) {
        'Clean' { Invoke-Clean }
        'Build' { Invoke-Build }
        'Test' { Invoke-Test }
        'Pester' { Invoke-PesterTest }
        'Browser' { Invoke-BrowserTest }
        'Docs' { Invoke-Docs }
        'Package' { Invoke-Package }
        'PackageTest' { Invoke-PackageTest }
        'Full' { Invoke-Test; Invoke-Coverage; Invoke-PackageTest }
        'Chaos' { Invoke-Chaos }
        'Load' { Invoke-Load }
        'Fuzz' { Invoke-Fuzz }
        'Cultures' { Invoke-Cultures }
        'Coverage' { Invoke-Coverage }
        'Mutation' { Invoke-Mutation }
        'Bench' { Invoke-Bench }
    }
}
