<#
.SYNOPSIS
Sends to recipients that are made up on the way, and prints the seconds and the peak working set of this process as JSON.
.PARAMETER JournalPath
Keeps a journal, or resumes it.
#>
param([int] $Count, [uri] $BaseUri, [string] $Token, [string] $JournalPath)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot '../../McMessaging.psd1')
$connection = Connect-McAccount -RestBaseUri $BaseUri -AccessToken (ConvertTo-SecureString $Token -AsPlainText -Force)
$journal = $JournalPath ? @{ JournalPath = $JournalPath; RunId = 'benchmark' } : @{}

$watch = [System.Diagnostics.Stopwatch]::StartNew()
# Hashtables: custom objects that a script makes stay in a table of PowerShell's own until a full garbage collection.
$sent = & {
    for ($i = 1; $i -le $Count; $i++) {
        @{
            ContactKey  = "contact-$i"
            To          = "person$i@example.com"
            FirstName   = "Name $i"
            City        = 'Reykjavík'
            OrderNumber = "A-$i"
        }
    }
} | Send-McEmail benchmark -Connection $connection @journal | Measure-Object
$seconds = $watch.Elapsed.TotalSeconds
if ($sent.Count -ne $Count) { throw "$($sent.Count) of $Count recipients have a result." }

$peak = [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
if ($peak -eq 0) {
    $peak = 1KB * [long] ((Get-Content /proc/self/status) -match '^VmHWM:' -replace '\D')[0]
}
@{ Seconds = $seconds; PeakMB = $peak / 1MB } | ConvertTo-Json -Compress
