<#
.SYNOPSIS
One recipient at a time: in a new process, from the import to the result, against a token and a message by
Invoke-RestMethod; and so many calls in one process, each against one Invoke-RestMethod.
.EXAMPLE
./One.ps1 -Recipients 100 -Rounds 1
#>
param(
    [ValidateRange(1, 1000000)] [int] $Recipients = 1000,
    [ValidateRange(1, 100)] [int] $Rounds = 11
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/support/Benchmark.psm1

$list = @(New-RecipientList $Recipients)
$server = @{
    WarmUp = @($list | Send-McEmail benchmark -BatchSize 1 -AsRequestBody -RunId warm-up | ConvertTo-PreparedRequest)
}

function Measure-NewProcess {
    param([string] $Side)

    Use-BenchmarkServer @server {
        param($to)
        Invoke-Child Measure-One.ps1 $Side, $to.Uri
    }
}

function Measure-Call {
    param([string] $Side)

    Use-BenchmarkServer @server {
        param($to)
        if ($Side -eq 'script') {
            Measure-Second -Expected $list.Count {
                & $PSScriptRoot/baselines/Send-EmailByHand.ps1 $list $to.Uri $to.Token benchmark -BatchSize 1
            }
        } else {
            $connection = Connect-BenchmarkServer $to.Uri $to.Token
            Measure-Second -Expected $list.Count {
                $results = foreach ($one in $list) { Send-McEmail benchmark -Recipient $one -Connection $connection }
                $results.Count
            }
        }
    }
}

$started = @(Measure-Round -Rounds $Rounds -Side ([ordered]@{
    script = { Measure-NewProcess script }
    ours   = { Measure-NewProcess ours }
}))
$calls = [ordered]@{
    scriptCalls = { Measure-Call script }
    ourCalls    = { Measure-Call ours }
}
foreach ($side in $calls.Keys) { $null = & $calls[$side] }
$called = @(Measure-Round $calls $Rounds)

"One recipient at a time, $Rounds rounds"
''
Show-RatioTable -Unit ms @(
    New-RatioRow 'a new process, import to result / two Invoke-RestMethod' $started ours script '<= 0.9'
)
Show-RatioTable @(
    New-RatioRow "$Recipients calls in one process / Invoke-RestMethod" $called ourCalls scriptCalls '<= 0.6'
)
