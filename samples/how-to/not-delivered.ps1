# docs/how-to/not-delivered.md: what was accepted and not sent. An address that begins with "bounce" bounces here.

$sandbox = Start-McSandbox
$connection = Connect-McAccount -Sandbox $sandbox
$checkpoint = Join-Path ([IO.Path]::GetTempPath()) "email-$PID.checkpoint"

# Right after a send
$rows = @(
    [pscustomobject]@{ ContactKey = 'C1'; Email = 'ada@example.com' }
    [pscustomobject]@{ ContactKey = 'C2'; Email = 'bounce@example.com' }
)
$results = $rows | Send-McEmail welcome
$results | Wait-McMessage -TimeoutSec 60 | Select-Object ContactKey, State, StatusCode, StatusMeaning

# Every night: what is new
Get-McNotSentMessage Email -CheckpointPath $checkpoint |
    Select-Object ContactKey, DefinitionKey, StatusCode, StatusMeaning

# What to do about it
Get-McNotSentMessage Email | Get-McErrorInfo | Select-Object Name, Meaning, RecommendedAction

# The next night there is nothing new
"$(@(Get-McNotSentMessage Email -CheckpointPath $checkpoint).Count) new"

Remove-Item $checkpoint
Stop-McSandbox
