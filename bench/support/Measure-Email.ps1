<#
.SYNOPSIS
Sends email to fresh objects of Import-Csv, one way or another, and emits the seconds that the send alone took.
.PARAMETER Side
script: by hand; piped and passed: Send-McEmail, its recipients from the pipeline or as a parameter; limit: a bare
HttpClient that posts the same bytes, prepared beforehand, with the same concurrency.
.PARAMETER Processor
Emit the seconds of the processor, in place of those of the clock.
#>
param(
    [Parameter(Mandatory)] [ValidateSet('script', 'piped', 'passed', 'limit')] [string] $Side,
    [Parameter(Mandatory)] [int] $Recipients,
    [Parameter(Mandatory)] [string] $BaseUri,
    [Parameter(Mandatory)] [string] $Token,
    [switch] $Processor
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/Benchmark.psm1
$list = @(New-RecipientList $Recipients)

# A recipient that is not accepted is an error of Send-McEmail, and ends the benchmark.
switch ($Side) {
    'script' {
        $send = { & $PSScriptRoot/../baselines/Send-EmailByHand.ps1 $list $BaseUri $Token benchmark }
    }
    'piped' {
        $connection = Connect-BenchmarkServer $BaseUri $Token
        $send = { ($list | Send-McEmail benchmark -Connection $connection).Count }
    }
    'passed' {
        $connection = Connect-BenchmarkServer $BaseUri $Token
        $send = { (Send-McEmail benchmark -Recipient $list -Connection $connection).Count }
    }
    'limit' {
        [PreparedRequest[]] $requests = @($list | Send-McEmail benchmark -AsRequestBody | ConvertTo-PreparedRequest)
        $send = {
            [BareClient]::PostAll($BaseUri, $Token, $requests, 4)
            $list.Count
        }
    }
}
Measure-Second $send -Expected $Recipients -Processor:$Processor
