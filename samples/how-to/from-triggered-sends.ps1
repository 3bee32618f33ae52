# docs/how-to/from-triggered-sends.md: the same mail as a triggered send, and as a transactional message.

$sandbox = Start-McSandbox
$connection = Connect-McAccount -Sandbox $sandbox
$rows = Import-Csv "$PSScriptRoot/../recipients.csv" | Select-Object -First 20

# Before: one request for each recipient
$before = $rows | Invoke-McTriggeredSend order_shipped
$before | Group-Object Outcome -NoElement

# Once: the definition
New-McSendDefinition Email order_shipped -Name 'Order shipped' -CustomerKey order-shipped-asset -List 'All Subscribers'

# After: one request for many recipients
$after = $rows | Send-McEmail order_shipped
$after | Group-Object Outcome -NoElement

# What became of them
$after | Wait-McMessage -TimeoutSec 60 | Group-Object State -NoElement

Stop-McSandbox
