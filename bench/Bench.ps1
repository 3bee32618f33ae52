<#
.SYNOPSIS
Runs all benchmarks of a Release build, each script in a process of its own, and prints their tables.
.PARAMETER Smoke
Small sizes and one round: shows that the benchmarks run, and nothing about speed.
#>
param([switch] $Smoke)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

function Invoke-Benchmark {
    param([string] $Script, [string[]] $Options, [int] $SmokeSize)

    if ($Smoke) { $Options += '-Rounds', '1' }
    if ($Smoke -and $SmokeSize) { $Options += '-Recipients', $SmokeSize }
    "## $Script $Options"
    ''
    pwsh -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot $Script) @Options
}

Invoke-Benchmark Throughput.ps1 -SmokeSize 2000
Invoke-Benchmark Throughput.ps1 '-Cold' -SmokeSize 2000
Invoke-Benchmark Throughput.ps1 '-LatencyMs', '100' -SmokeSize 2000
Invoke-Benchmark Processor.ps1 -SmokeSize 2000
Invoke-Benchmark One.ps1 -SmokeSize 100
Invoke-Benchmark Triggered.ps1 -SmokeSize 100
Invoke-Benchmark Scaling.ps1 -SmokeSize 1000
Invoke-Benchmark Resume.ps1 -SmokeSize 1000
Invoke-Benchmark Journaled.ps1 -SmokeSize 2000
Invoke-Benchmark StartUp.ps1
'## Sandbox.ps1'
''
$sizes = $Smoke ? @('-Recipients', '2000', '-Singles', '100') : @()
pwsh -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot Sandbox.ps1) @sizes

$artifacts = Join-Path $PSScriptRoot '../artifacts'
$program = Join-Path $artifacts 'bin/McMessaging.Benchmarks/release/McMessaging.Benchmarks.dll'
'## Allocations'
''
dotnet $program --allocations 500
dotnet $program --allocations ($Smoke ? 5000 : 100000)
''
if (-not $Smoke) {
    '## Parts of the Client'
    ''
    dotnet $program --filter '*' --artifacts (Join-Path $artifacts 'benchmarks') | Select-String '^\|' -Raw
}
