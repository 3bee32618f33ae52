# docs/how-to/secrets.md: where a job gets its client secret from. Here the secrets are a sandbox's.

$sandbox = Start-McSandbox
$env:SFMC_AUTH_BASE_URL = $sandbox.Uri
$env:SFMC_CLIENT_ID = $sandbox.ClientId
$env:SFMC_CLIENT_SECRET = $sandbox.RevealClientSecret()

# From the environment
$connection = Connect-McAccount -FromEnvironment
Test-McConnection $connection

# From a file
$secretFile = New-TemporaryFile
Set-Content $secretFile $env:SFMC_CLIENT_SECRET -NoNewline
Remove-Item Env:SFMC_CLIENT_SECRET
$env:SFMC_CLIENT_SECRET_FILE = $secretFile
$connection = Connect-McAccount -FromEnvironment
Test-McConnection $connection

# From a vault
if (Get-Module Microsoft.PowerShell.SecretManagement -ListAvailable) {
    $credential = Get-Secret SfmcPackage -ErrorAction Ignore
}
if (-not $credential) {
    $secret = ConvertTo-SecureString $sandbox.RevealClientSecret() -AsPlainText -Force
    $credential = [pscredential]::new($sandbox.ClientId, $secret)
}
$connection = Connect-McAccount -AuthBaseUri $env:SFMC_AUTH_BASE_URL -Credential $credential
Test-McConnection $connection

Remove-Item $secretFile
Remove-Item Env:SFMC_*
Stop-McSandbox
