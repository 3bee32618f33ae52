<#
.SYNOPSIS
What the sandbox bears: the memory of its process while many recipients arrive in batches in one run, and messages of one
recipient each, many at a time, of which every one must be taken.
.EXAMPLE
./Sandbox.ps1 -Recipients 20000 -Singles 500
#>
param(
    [ValidateRange(10, 10000000)] [int] $Recipients = 1000000,
    [ValidateRange(1, 1000000)] [int] $Singles = 5000,
    [ValidateRange(1, 100)] [int] $Concurrency = 32
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/support/Benchmark.psm1

function Measure-Memory {
    param([int] $Count, [System.Diagnostics.Process] $Server)

    $Server.Refresh()
    [pscustomobject]@{ Recipients = $Count; WorkingSetMB = [Math]::Round($Server.WorkingSet64 / 1MB) }
}

$warmUp = @(New-WarmUp 500)
Use-BenchmarkServer -WarmUp $warmUp {
    param($to)

    $connection = Connect-BenchmarkServer $to.Uri $to.Token
    $step = $Recipients / 10
    $memory = [System.Collections.Generic.List[object]]::new()
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $sent = & {
        for ($i = 1; $i -le $Recipients; $i++) {
            @{ ContactKey = "contact-$i"; To = "person$i@example.com"; FirstName = "Name $i"; OrderNumber = "A-$i" }
            if ($i % $step -eq 0) { $memory.Add((Measure-Memory $i $to.Process)) }
        }
    } | Send-McEmail benchmark -Connection $connection | Measure-Object
    if ($sent.Count -ne $Recipients) { throw "$($sent.Count) of $Recipients recipients have a result." }
    '{0} recipients in one run: {1:n0} s' -f $Recipients, $watch.Elapsed.TotalSeconds
    ''
    $memory | Format-Table | Out-String

    $requests = foreach ($i in 1..$Singles) {
        $recipient = @{ contactKey = "single-$i"; to = "single$i@example.com" }
        $body = @{ definitionKey = 'benchmark'; recipient = $recipient } | ConvertTo-Json -Compress
        [PreparedRequest]::new("/messaging/v1/email/messages/single-$i", [System.Text.Encoding]::UTF8.GetBytes($body))
    }
    $watch.Restart()
    # A response other than 202 ends the benchmark.
    [BareClient]::PostAll($to.Uri, $to.Token, $requests, $Concurrency)
    '{0} messages of one recipient, {1} at a time: {2:n1} s, no error' -f $Singles, $Concurrency, $watch.Elapsed.TotalSeconds
}
