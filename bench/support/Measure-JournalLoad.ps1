<#
.SYNOPSIS
Loads a journal as a run that takes it up does, and prints the seconds, and those of the processor, as JSON.
#>
param([string] $JournalPath)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot '../../McMessaging.psd1')
$process = [System.Diagnostics.Process]::GetCurrentProcess()
$before = $process.TotalProcessorTime
$watch = [System.Diagnostics.Stopwatch]::StartNew()
$null = Get-McSendJournal -Path $JournalPath
$seconds = $watch.Elapsed.TotalSeconds
$process.Refresh()
$processor = ($process.TotalProcessorTime - $before).TotalSeconds
@{ Seconds = $seconds; ProcessorSeconds = $processor } | ConvertTo-Json -Compress
