<#
.SYNOPSIS
Ten times the recipients: time and peak working set of Send-McEmail in a process of its own, with input that is generated
and results that are counted and dropped.
.EXAMPLE
./Scaling.ps1 -Recipients 2000 -Rounds 1
#>
param(
    [ValidateRange(1, 10000000)] [int] $Recipients = 100000,
    [ValidateRange(1, 100)] [int] $Rounds = 3
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/support/Benchmark.psm1

$warmUp = @(New-WarmUp)

function Measure-Child {
    param([int] $Count)

    Use-BenchmarkServer -WarmUp $warmUp {
        param($to)
        Invoke-Child Send-Generated.ps1 $Count, $to.Uri, $to.TokenArgument
    }
}

$sides = [ordered]@{
    once    = { Measure-Child $Recipients }
    tenfold = { Measure-Child (10 * $Recipients) }
}

$measured = @(Measure-Round $sides $Rounds)
$seconds = $measured.ForEach({ @{ once = $_.once.Seconds; tenfold = $_.tenfold.Seconds } })
$peaks = $measured.ForEach({ @{ once = $_.once.PeakMB; tenfold = $_.tenfold.PeakMB } })
"$(10 * $Recipients) recipients against $Recipients, $Rounds rounds"
''
Show-RatioTable @(New-RatioRow 'time' $seconds tenfold once '<= 10.5')
Show-RatioTable @(New-RatioRow 'peak working set' $peaks tenfold once '<= 1.15') -Unit MB
