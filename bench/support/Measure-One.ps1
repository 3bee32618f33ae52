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
$watch = [System.Diagnostics.Stopwatch]::StartNew()
if ($Side -eq 'script') {
    $one = "$PSScriptRoot/../baselines/Send-OneByHand.ps1"
    $response = & $one $BaseUri benchmark benchmark benchmark contact person@example.com
    $isAccepted = $response.responses[0].errorcode -eq 0 -or $null -eq $response.responses[0].errorcode
} else {
    Import-Module "$PSScriptRoot/../../McMessaging.psd1"
    $credential = [pscredential]::new('benchmark', (ConvertTo-SecureString benchmark -AsPlainText -Force))
    $null = Connect-McAccount -AuthBaseUri $BaseUri -Credential $credential
    $result = Send-McEmail benchmark -ContactKey contact -To person@example.com -Attribute @{ FirstName = 'Ann' }
    $isAccepted = $result.Outcome -eq 'Accepted'
}
$milliseconds = $watch.Elapsed.TotalMilliseconds
if (-not $isAccepted) { throw 'It was not accepted.' }
$milliseconds.ToString([cultureinfo]::InvariantCulture)
