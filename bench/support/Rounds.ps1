# Sides measured in turn, and the ratios of their times within each round.

<#
.SYNOPSIS
Runs all sides once per round, backwards in every second round, and emits what each round measured, by side.
.PARAMETER Side
By name: a script block that runs the side once and emits what it measured, such as the seconds.
#>
function Measure-Round {
    param(
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Side,
        [Parameter(Mandatory)] [int] $Rounds
    )

    $names = @($Side.Keys)
    foreach ($round in 1..$Rounds) {
        $measured = @{}
        foreach ($name in $names) {
            Write-Progress -Activity 'Benchmark' -Status "round $round of ${Rounds}: $name"
            $measured[$name] = & $Side[$name]
        }
        $measured
        [array]::Reverse($names)
    }
    Write-Progress -Activity 'Benchmark' -Completed
}

<#
.SYNOPSIS
Runs a script block after a garbage collection and emits its seconds.
.PARAMETER Expected
What the script block has to emit: the number of accepted recipients.
.PARAMETER Processor
Emit the seconds that this process used the processor, in place of those of the clock.
#>
function Measure-Second {
    param(
        [Parameter(Mandatory)] [scriptblock] $Run,
        [Parameter(Mandatory)] [int] $Expected,
        [switch] $Processor
    )

    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    [GC]::Collect()
    $process = [System.Diagnostics.Process]::GetCurrentProcess()
    $before = $process.TotalProcessorTime
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $emitted = & $Run
    $seconds = $watch.Elapsed.TotalSeconds
    if ($Processor) {
        $process.Refresh()
        $seconds = ($process.TotalProcessorTime - $before).TotalSeconds
    }
    if ($emitted -ne $Expected) { throw "$emitted of $Expected recipients were accepted." }
    $seconds
}

function Get-Median {
    param([Parameter(Mandatory)] [double[]] $Value)

    $sorted = @($Value | Sort-Object)
    $middle = [Math]::Floor(($sorted.Count - 1) / 2)
    ($sorted[$middle] + $sorted[$sorted.Count - 1 - $middle]) / 2
}

<#
.SYNOPSIS
Emits one row of a table: the median of the rounds' ratios, and their range.
.PARAMETER Target
What the ratio has to be, such as '>= 6'; empty where it only informs.
#>
function New-RatioRow {
    param(
        [Parameter(Mandatory)] [string] $What,
        [Parameter(Mandatory)] [hashtable[]] $Round,
        [Parameter(Mandatory)] [string] $Over,
        [Parameter(Mandatory)] [string] $Under,
        [string] $Target
    )

    $ratios = $Round | ForEach-Object { $_[$Over] / $_[$Under] }
    $range = $ratios | Measure-Object -Minimum -Maximum
    [pscustomobject]@{
        What   = $What
        Ratio  = Get-Median $ratios
        Min    = $range.Minimum
        Max    = $range.Maximum
        Target = $Target
        Over   = Get-Median $Round.ForEach({ $_[$Over] })
        Under  = Get-Median $Round.ForEach({ $_[$Under] })
    }
}

<#
.SYNOPSIS
Prints rows as a Markdown table.
.PARAMETER Unit
The unit of the two sides' own medians.
#>
function Show-RatioTable {
    param([Parameter(Mandatory)] [object[]] $Row, [string] $Unit = 's')

    $culture = [cultureinfo]::InvariantCulture
    "| what | ratio | min | max | target | medians ($Unit) |"
    '|:--|--:|--:|--:|--:|--:|'
    $Row | ForEach-Object {
        $numbers = $_.What, $_.Ratio, $_.Min, $_.Max, $_.Target, $_.Over, $_.Under
        [string]::Format($culture, '| {0} | {1:0.00} | {2:0.00} | {3:0.00} | {4} | {5:0.##} / {6:0.##} |', $numbers)
    }
    ''
}
