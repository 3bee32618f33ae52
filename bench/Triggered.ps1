<#
.SYNOPSIS
Triggered sends, one recipient a request: a script that sends one by one, and Invoke-McTriggeredSend with many requests
in flight. The times are those of one recipient, so that the script need not send as many.
.PARAMETER ThrottleLimit
How many are in flight; each is a side of its own.
.EXAMPLE
./Triggered.ps1 -Recipients 200 -Rounds 1
#>
param(
    [ValidateRange(1, 1000000)] [int] $Recipients = 5000,
    [ValidateRange(1, 100)] [int] $Rounds = 3,
    [ValidateRange(0, 60000)] [int] $LatencyMs = 20,
    [ValidateRange(1, 50)] [int[]] $ThrottleLimit = (16, 50)
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/support/Benchmark.psm1

$list = @(New-RecipientList $Recipients)
$server = @{
    WarmUp    = @($list | Select-Object -First 400 | Invoke-McTriggeredSend -Key benchmark -AsRequestBody | ConvertTo-PreparedRequest)
    LatencyMs = $LatencyMs
}

function Measure-OneByOne {
    $few = @($list | Select-Object -First ([Math]::Max(20, $Recipients / 20)))
    Use-BenchmarkServer @server {
        param($to)
        $seconds = Measure-Second -Expected $few.Count {
            & $PSScriptRoot/baselines/Send-TriggeredByHand.ps1 $few $to.Uri $to.Token benchmark
        }
        1000 * $seconds / $few.Count
    }
}

function Measure-InFlight {
    param([int] $Limit)

    Use-BenchmarkServer @server {
        param($to)
        $connection = Connect-BenchmarkServer $to.Uri $to.Token
        $seconds = Measure-Second -Expected $list.Count {
            # A recipient that is not accepted is an error, and ends the benchmark.
            $results = $list | Invoke-McTriggeredSend -Key benchmark -ThrottleLimit $Limit -Connection $connection
            $results.Count
        }
        1000 * $seconds / $list.Count
    }
}

$sides = [ordered]@{ script = { Measure-OneByOne } }
foreach ($limit in $ThrottleLimit) { $sides["$limit"] = { Measure-InFlight $limit }.GetNewClosure() }
foreach ($side in $sides.Values) { $null = & $side }

$measured = @(Measure-Round $sides $Rounds)
"$Recipients triggered sends, server latency $LatencyMs ms, $Rounds rounds"
''
$targets = @{ 16 = '>= 15.5'; 50 = '>= 45' }
$rows = foreach ($limit in $ThrottleLimit) {
    New-RatioRow "one by one / $limit in flight" $measured script "$limit" $targets[$limit]
}
Show-RatioTable $rows -Unit 'ms a recipient'
