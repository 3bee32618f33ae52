# The build that is measured: always Release.

function Get-MeasuredBuild {
    $root = Resolve-Path (Join-Path $PSScriptRoot '../..')
    $artifacts = Join-Path $root 'artifacts/bin'
    [pscustomobject]@{
        Module    = Join-Path $root 'McMessaging.psd1'
        Artifacts = $artifacts
        Program   = Join-Path $artifacts 'McMessaging.Cli/release/mcmsg.dll'
    }
}

<#
.SYNOPSIS
Imports the module, if it is a Release build, and the bare client.
#>
function Import-MeasuredModule {
    $build = Get-MeasuredBuild
    Import-Module $build.Module -Global
    $debug = [Reflection.CustomAttributeExtensions]::GetCustomAttribute(
        [McMessaging.Connection].Assembly, [System.Diagnostics.DebuggableAttribute])
    if ($debug.IsJITOptimizerDisabled -or -not (Test-Path $build.Program)) {
        throw 'There is no Release build in place. Run ./build.ps1 -Task Build first.'
    }
    if (-not ('BareClient' -as [type])) { Add-Type -Path (Join-Path $PSScriptRoot '../baselines/BareClient.cs') }
}
