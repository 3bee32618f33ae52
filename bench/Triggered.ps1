<#
.SYNOPSIS
Triggered sends, one recipient a request: a script that sends one by one, and Invoke-McTriggeredSend.
.EXAMPLE
./Triggered.ps1 -Recipients 200 -Rounds 1
#>
param(
    [ValidateRange(1, 1000000)] [int] $Recipients = 5000,
    [ValidateRange(1, 100)] [int] $Rounds = 3,
    [ValidateRange(0, 60000)] [int] $LatencyMs = 20,
    [ValidateRange(1, 50)] [int] $ThrottleLimit = 16
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/support/Benchmark.psm1

$list = @(New-RecipientList $Recipients)
$server = @{
    WarmUp    = @($list | Select-Object -First 400 | Invoke-McTriggeredSend -Key benchmark -AsRequestBody | ConvertTo-PreparedRequest)
    LatencyMs = $LatencyMs
}

$sides = [ordered]@{
    script = {
        Use-BenchmarkServer @server {
            param($to)
            Measure-Second -Expected $list.Count {
                & $PSScriptRoot/baselines/Send-TriggeredByHand.ps1 $list $to.Uri $to.Token benchmark
            }
        }
    }
    ours   = {
        Use-BenchmarkServer @server {
            param($to)
            $connection = Connect-BenchmarkServer $to.Uri $to.Token
            Measure-Second -Expected $list.Count {
                # A recipient that is not accepted is an error, and ends the benchmark.
                $results = $list | Invoke-McTriggeredSend -Key benchmark -ThrottleLimit $ThrottleLimit -Connection $connection
                $results.Count
            }
        }
    }
}

$measured = @(Measure-Round $sides $Rounds)
"$Recipients triggered sends, server latency $LatencyMs ms, ThrottleLimit $ThrottleLimit, $Rounds rounds"
''
Show-RatioTable @(New-RatioRow 'one by one / Invoke-McTriggeredSend' $measured script ours '>= 12')
