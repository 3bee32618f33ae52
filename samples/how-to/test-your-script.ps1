# docs/how-to/test-your-script.md: the script under test. It sends the welcome mail to new customers.

[CmdletBinding()]
param([Parameter(Mandatory)] [string] $Path)

$results = Import-Csv $Path | Where-Object Status -eq new | Send-McEmail welcome
$results | Measure-McSendResult
