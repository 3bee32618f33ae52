# docs/how-to/first-send.md: a first send in five minutes, without an account.
param([string] $Recipients = "$PSScriptRoot/../recipients.csv")

$sandbox = Start-McSandbox
$connection = Connect-McAccount -Sandbox $sandbox

$results = Import-Csv $Recipients | Send-McEmail welcome
$results | Measure-McSendResult

$results | Where-Object Outcome -ne Accepted

Get-McSandboxMessage -Channel Email | Select-Object -First 5

Send-McEmail welcome -ContactKey C1 -To ada@example.com -Attribute @{ FirstName = 'Ada' }

Stop-McSandbox
