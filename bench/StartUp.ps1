<#
.SYNOPSIS
Start-up of whole processes: importing the module against an empty binary module, and mcmsg --help against an empty program.
#>
param([ValidateRange(1, 1000)] [int] $Rounds = 21)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/support/Benchmark.psm1
$builds = Get-MeasuredBuild
foreach ($project in 'EmptyModule', 'EmptyProgram') {
    $printed = dotnet build $PSScriptRoot/$project --configuration Release --nologo
    if ($LASTEXITCODE -ne 0) { throw "$project could not be built: $printed" }
}
$emptyModule = Join-Path $builds.Artifacts 'EmptyModule/release/EmptyModule.psd1'
$emptyProgram = Join-Path $builds.Artifacts 'EmptyProgram/release/EmptyProgram.dll'

function Measure-Import {
    param([string] $Path)

    $import = "`$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module '$Path'; `$watch.Elapsed.TotalMilliseconds"
    [double](pwsh -NoProfile -NonInteractive -Command $import)
}

function Measure-Process {
    param([string] $Program, [string[]] $Arguments)

    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $Program @Arguments
    $watch.Elapsed.TotalMilliseconds
}

$sides = [ordered]@{
    emptyImport = { Measure-Import $emptyModule }
    ourImport   = { Measure-Import $builds.Module }
    emptyWhole  = { Measure-Process pwsh '-NoProfile', '-NonInteractive', '-Command', "Import-Module '$emptyModule'" }
    ourWhole    = { Measure-Process pwsh '-NoProfile', '-NonInteractive', '-Command', "Import-Module '$($builds.Module)'" }
    empty       = { Measure-Process dotnet $emptyProgram }
    help        = { Measure-Process dotnet $builds.Program, '--help' }
}

$measured = @(Measure-Round $sides $Rounds)
"$Rounds rounds"
''
Show-RatioTable -Unit ms @(
    New-RatioRow 'Import-Module McMessaging / an empty binary module' $measured ourImport emptyImport '<= 1.5'
    New-RatioRow 'the same, whole processes' $measured ourWhole emptyWhole
    New-RatioRow 'mcmsg --help / an empty program' $measured help empty '<= 1.6'
)
