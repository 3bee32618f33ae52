# Measurements in a process of their own.

<#
.SYNOPSIS
Runs a script of this folder in a new process, and emits what it printed: a number, or an object as JSON.
#>
function Invoke-Child {
    param([Parameter(Mandatory)] [string] $Script, [Parameter(Mandatory)] [object[]] $Argument)

    $printed = pwsh -NoProfile -NonInteractive -File $PSScriptRoot/$Script @Argument
    if ($LASTEXITCODE -ne 0) { throw "$Script $($Argument[0]) ended with $LASTEXITCODE." }
    $printed | ConvertFrom-Json
}
