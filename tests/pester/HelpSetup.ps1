# What the examples of the help start from: files in the current folder, and a sandbox that is connected as North,
# South and Default and by the environment variables.

$files = @{
    'orders.csv' = @'
ContactKey,EmailAddress,FirstName,OrderNumber
C1,ada@example.com,Ada,1001
C2,grace@example.com,Grace,1002
C3,alan@example.com,Alan,1003
'@
    'people.csv' = @'
ContactKey,Email,FirstName
C1,ada@example.com,Ada
C2,grace@example.com,Grace
'@
    'mixed.csv' = @'
ContactKey,Email,FirstName
C1,ada@example.com,Ada
,nobody@example.com,Nobody
C3,no address,Alan
'@
    'bounces.csv' = @'
ContactKey,Email,FirstName
C1,ada@example.com,Ada
C2,bounce@example.com,Grace
'@
    'codes.csv' = @'
ContactKey,MobileNumber,Code
C1,+1 555 555 0101,4711
C2,15555550102,0815
'@
    'kunden.csv' = @'
KundeId;Mail;Vorname;Ort;Notiz
K1;ada@example.com;Ada;London;VIP
'@
    'people.json' = '[{ "Id": "C1", "Mail": "ada@example.com", "GivenName": "Ada" }]'
}

# What a page needs beside that.
$preparations = @{
    'Get-McSendDefinition' = { $null = New-EmailDefinition welcome; $null = New-EmailDefinition spring Inactive }
    'Set-McSendDefinition' = { $null = New-EmailDefinition welcome; $null = New-EmailDefinition order_shipped }
    'Remove-McSendDefinition' = { $null = New-EmailDefinition welcome; $null = New-EmailDefinition order_shipped }
    'Get-McSendQueue' = { $null = New-EmailDefinition welcome }
    'Clear-McSendQueue' = { $null = New-EmailDefinition welcome }
    'Test-McConnection' = { $null = New-EmailDefinition welcome }
    'Get-McNotSentMessage' = { $null = Import-Csv bounces.csv | Send-McEmail welcome }
}

# An example runs in a folder of its own and ends at its first error, unless it deals with errors itself.
function Invoke-HelpExample {
    param([string] $Command, [string] $Code, [string] $Folder)
    $null = New-Item $Folder -ItemType Directory
    Push-Location $Folder
    $sandbox = Connect-PromptSandbox
    try {
        $files.GetEnumerator() | ForEach-Object { Set-Content $_.Key $_.Value }
        'North', 'South', 'Default' | ForEach-Object { $null = Connect-McAccount -Sandbox $sandbox -Name $_ }
        $env:SFMC_AUTH_BASE_URL = $sandbox.Uri
        $env:SFMC_CLIENT_ID = $sandbox.ClientId
        $env:SFMC_CLIENT_SECRET = $sandbox.RevealClientSecret()
        $null = Start-McSandbox
        if ($preparations[$Command]) { & $preparations[$Command] }
        $ErrorActionPreference = 'Stop'
        # A script imports the module by its name; here it is there already.
        $script = $Code -replace '(?m)^Import-Module McMessaging$'
        $null = & ([scriptblock]::Create($script)) 3>$null
    }
    finally {
        Remove-Item Env:SFMC_AUTH_BASE_URL, Env:SFMC_CLIENT_ID, Env:SFMC_CLIENT_SECRET -ErrorAction Ignore
        $sandbox.Stop()
        Get-McConnection | Disconnect-McAccount
        Stop-EverySandbox
        Pop-Location
    }
}
