#Requires -Version 7.4
<#
.SYNOPSIS
Runs one Pester file against the module as it was last built.
.PARAMETER Path
The file, or its name without the folder and '.Tests.ps1'.
.EXAMPLE
pwsh tools/Invoke-PesterFile.ps1 Send-McEmail
#>
[CmdletBinding()]
param([Parameter(Mandatory)] [string] $Path)

# Tests are to meet the preference that users have, so it is not set here for all of them.
Import-Module Pester -MinimumVersion 5.0 -ErrorAction Stop
$root = Split-Path $PSScriptRoot
$file = (Test-Path $Path -PathType Leaf) ? $Path : (Join-Path $root "tests/pester/$Path.Tests.ps1")
$container = New-PesterContainer -Path $file -Data @{ ModulePath = Join-Path $root 'McMessaging.psd1' }
$result = Invoke-Pester -Container $container -Output Detailed -PassThru
exit [int]($result.Result -ne 'Passed')
