# docs/how-to/from-invoke-restmethod.md: after. The same send as in from-invoke-restmethod.before.ps1.

$sandbox = Start-McSandbox
$connection = Connect-McAccount -Sandbox $sandbox

$results = Import-Csv "$PSScriptRoot/../recipients.csv" | Send-McEmail welcome
$results | Measure-McSendResult

"$(@(Get-McSandboxMessage Email | Where-Object Accepted).Count) messages"
Stop-McSandbox
