<#
.SYNOPSIS
Sends one email in this new process, and emits the milliseconds from here to its result: by hand, a token and a message by
Invoke-RestMethod; or with the module, its import and Connect-McAccount included.
#>
param(
    [Parameter(Mandatory)] [ValidateSet('script', 'ours')] [string] $Side,
    [Parameter(Mandatory)] [string] $BaseUri
)

$ErrorActionPreference = 'Stop'
# Where a scheduled task has its secret.
$env:SFMC_AUTH_BASE_URL = $BaseUri
$env:SFMC_CLIENT_ID = $env:SFMC_CLIENT_SECRET = 'benchmark'
$watch = [System.Diagnostics.Stopwatch]::StartNew()
if ($Side -eq 'script') {
    $one = "$PSScriptRoot/../baselines/Send-OneByHand.ps1"
    $response = & $one $BaseUri $env:SFMC_CLIENT_ID $env:SFMC_CLIENT_SECRET benchmark contact person@example.com
    $isAccepted = $response.responses[0].errorcode -eq 0 -or $null -eq $response.responses[0].errorcode
} else {
    Import-Module "$PSScriptRoot/../../McMessaging.psd1"
    $null = Connect-McAccount -FromEnvironment
    $result = Send-McEmail benchmark -ContactKey contact -To person@example.com -Attribute @{ FirstName = 'Ann' }
    $isAccepted = $result.Outcome -eq 'Accepted'
}
$milliseconds = $watch.Elapsed.TotalMilliseconds
if (-not $isAccepted) { throw 'It was not accepted.' }
$milliseconds.ToString([cultureinfo]::InvariantCulture)
