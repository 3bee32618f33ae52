# docs/how-to/business-units.md: several business units side by side. Here each has a sandbox of its own.

$sandboxes = @{ North = Start-McSandbox; South = Start-McSandbox }
foreach ($unit in $sandboxes.Keys) {
    $null = Connect-McAccount -Sandbox $sandboxes[$unit] -Name $unit
}

# One file for each business unit
foreach ($unit in 'North', 'South') {
    Import-Csv "$PSScriptRoot/../recipients.csv" | Select-Object -First 10 |
        Send-McEmail welcome -Connection $unit | Measure-McSendResult | Select-Object Total, Accepted
}

# One after the other
Select-McConnection North
Send-McEmail welcome -ContactKey C1 -To ada@example.com

# Both at once
$module = Join-Path (Get-Module McMessaging).ModuleBase McMessaging.psd1
Get-McConnection North, South | ForEach-Object -Parallel {
    Import-Module $using:module
    Send-McEmail welcome -ContactKey C2 -To grace@example.com -Connection $_
}

Get-McConnection | Disconnect-McAccount
$sandboxes.Values | Stop-McSandbox
