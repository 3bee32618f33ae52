<#
.SYNOPSIS
Email to many recipients with three attributes: a script written by hand, Send-McEmail, and the limit, a bare HttpClient
that posts the same bytes, prepared beforehand, with the same concurrency.
.PARAMETER Cold
Each side in a process of its own, as in a scheduled task; otherwise all in this one, after a round that does not count.
.EXAMPLE
./Throughput.ps1 -LatencyMs 100
.EXAMPLE
./Throughput.ps1 -Recipients 2000 -Rounds 1
#>
param(
    [ValidateRange(1, 10000000)] [int] $Recipients = 100000,
    [ValidateRange(1, 100)] [int] $Rounds = 5,
    [ValidateRange(0, 60000)] [int] $LatencyMs = 0,
    [switch] $Cold
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/support/Benchmark.psm1

$server = @{
    WarmUp    = @(New-WarmUp)
    LatencyMs = $LatencyMs
}

function Measure-Side {
    param([string] $Side, [int] $Count = $Recipients)

    Use-BenchmarkServer @server {
        param($to)
        if ($Cold) {
            Invoke-Child Measure-Email.ps1 $Side, $Count, $to.Uri, $to.TokenArgument
        } else {
            & $PSScriptRoot/support/Measure-Email.ps1 $Side $Count $to.Uri $to.Token
        }
    }
}

$sides = [ordered]@{
    script = { Measure-Side script }
    piped  = { Measure-Side piped }
    passed = { Measure-Side passed }
    limit  = { Measure-Side limit }
}
if (-not $Cold) {
    foreach ($side in $sides.Keys) { $null = Measure-Side $side ([Math]::Min($Recipients, 20000)) }
}

$measured = @(Measure-Round $sides $Rounds)
"$Recipients recipients, server latency $LatencyMs ms, $($Cold ? 'cold' : 'warm') processes, $Rounds rounds"
''
$atLeast = $LatencyMs ? '>= 4' : '>= 6'
$atMost = $LatencyMs ? '' : '<= 1.5'
Show-RatioTable @(
    New-RatioRow 'script / Send-McEmail, recipients piped' $measured script piped $atLeast
    New-RatioRow 'script / Send-McEmail, recipients passed' $measured script passed $atLeast
    New-RatioRow 'Send-McEmail, recipients piped / bare HttpClient' $measured piped limit $atMost
    New-RatioRow 'Send-McEmail, recipients passed / bare HttpClient' $measured passed limit $atMost
    New-RatioRow 'script / bare HttpClient: the most that any client can gain' $measured script limit
)
