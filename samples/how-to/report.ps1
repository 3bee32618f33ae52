# docs/how-to/report.md: a send with trouble, against the sandbox, and its report.
param([string] $Folder = (Join-Path ([IO.Path]::GetTempPath()) "report-$PID"))

$null = New-Item $Folder -ItemType Directory -Force
$sandbox = Start-McSandbox -Fault @{ rejectRecipient = 0.03; http503 = 0.2 } -Seed 7
$null = Connect-McAccount -Sandbox $sandbox

Import-Csv "$PSScriptRoot/../recipients.csv" |
    Send-McEmail welcome -BatchSize 20 -ErrorAction SilentlyContinue |
    Tee-Object -Variable results |
    Export-McSendReport "$Folder/report.html" -Force

# Later, or on another machine
$results | Export-Csv "$Folder/results.csv"
Import-Csv "$Folder/results.csv" | Export-McSendReport "$Folder/again.html" -IncludeAddress -Force

Get-Item "$Folder/report.html", "$Folder/again.html"
