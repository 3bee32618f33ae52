# A module, so that the variables of its functions are none of the measured script blocks'.

. $PSScriptRoot/Build.ps1
Import-MeasuredModule
. $PSScriptRoot/Requests.ps1
. $PSScriptRoot/Server.ps1
. $PSScriptRoot/Rounds.ps1
. $PSScriptRoot/Recipients.ps1
. $PSScriptRoot/Child.ps1
