<#
.SYNOPSIS
What a journal costs a run that is taken up again: the load of the journal, in a new process; and the peak working set
of a run that finds everybody in its journal against the first run's.
.EXAMPLE
./Resume.ps1 -Recipients 20000 -Rounds 1
#>
param(
    [ValidateRange(1, 10000000)] [int] $Recipients = 1000000,
    [ValidateRange(1, 100)] [int] $Rounds = 3
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/support/Benchmark.psm1

$warmUp = @(New-WarmUp)

$measured = foreach ($round in 1..$Rounds) {
    $folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) (New-Guid))
    try {
        Use-BenchmarkServer -WarmUp $warmUp {
            param($to)
            $journal = Join-Path $folder run.journal
            $send = $Recipients, $to.Uri, $to.TokenArgument, $journal
            $first = Invoke-Child Send-Generated.ps1 $send
            $load = Invoke-Child Measure-JournalLoad.ps1 $journal
            @{ First = $first; Load = $load; Resumed = Invoke-Child Send-Generated.ps1 $send }
        }
    } finally {
        Remove-Item $folder -Recurse
    }
}

"A journal of $Recipients, $Rounds rounds"
''
$culture = [cultureinfo]::InvariantCulture
'| what | median | min | max | target |'
'|:--|--:|--:|--:|--:|'
foreach ($time in 'Seconds', 'ProcessorSeconds') {
    $values = $measured.ForEach({ $_.Load.$time })
    $range = $values | Measure-Object -Minimum -Maximum
    $name = @{ Seconds = 'load, seconds'; ProcessorSeconds = 'load, seconds of processor time' }[$time]
    $row = $name, (Get-Median $values), $range.Minimum, $range.Maximum
    [string]::Format($culture, '| {0} | {1:0.00} | {2:0.00} | {3:0.00} | <= 2 |', $row)
}
''
$peaks = $measured.ForEach({ @{ first = $_.First.PeakMB; resumed = $_.Resumed.PeakMB } })
Show-RatioTable @(New-RatioRow 'peak working set, resumed / first run' $peaks resumed first '<= 1.3') -Unit MB
