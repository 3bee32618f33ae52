<#
.SYNOPSIS
Email with a journal on the local disk against the same without one, in one warm process.
.EXAMPLE
./Journaled.ps1 -Recipients 2000 -Rounds 1
#>
param(
    [ValidateRange(1, 10000000)] [int] $Recipients = 100000,
    [ValidateRange(1, 100)] [int] $Rounds = 9,
    [ValidateRange(0, 60000)] [int] $LatencyMs = 0
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/support/Benchmark.psm1

$server = @{ WarmUp = @(New-WarmUp); LatencyMs = $LatencyMs }

function Measure-Side {
    param([switch] $Journaled, [int] $Count = $Recipients)

    $list = @(New-RecipientList $Count)
    $folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) (New-Guid))
    try {
        Use-BenchmarkServer @server {
            param($to)
            $options = @{ Connection = Connect-BenchmarkServer $to.Uri $to.Token }
            if ($Journaled) { $options.JournalPath = Join-Path $folder run.journal }
            $process = [System.Diagnostics.Process]::GetCurrentProcess()
            $before = $process.TotalProcessorTime
            # A recipient that is not accepted is an error, and ends the benchmark.
            $seconds = Measure-Second -Expected $Count { (Send-McEmail benchmark -Recipient $list @options).Count }
            $process.Refresh()
            @{ Seconds = $seconds; Processor = ($process.TotalProcessorTime - $before).TotalSeconds }
        }
    } finally {
        Remove-Item $folder -Recurse
    }
}

$sides = [ordered]@{
    plain     = { Measure-Side }
    journaled = { Measure-Side -Journaled }
}
foreach ($journaled in $false, $true) { $null = Measure-Side -Journaled:$journaled ([Math]::Min($Recipients, 20000)) }

$measured = @(Measure-Round $sides $Rounds)
$seconds = $measured.ForEach({ @{ plain = $_.plain.Seconds; journaled = $_.journaled.Seconds } })
$processor = $measured.ForEach({ @{ plain = $_.plain.Processor; journaled = $_.journaled.Processor } })
"$Recipients recipients, server latency $LatencyMs ms, $Rounds rounds"
''
Show-RatioTable @(
    New-RatioRow 'with a journal / without, time' $seconds journaled plain '<= 1.15'
    New-RatioRow 'with a journal / without, processor time of the client' $processor journaled plain
)
