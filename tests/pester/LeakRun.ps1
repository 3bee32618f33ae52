# Runs every cmdlet, once as it should be and once as it should not, in a PowerShell of its own, and keeps what a person
# or a log could see of it in a folder. What must not be seen comes in by the environment, and stands in no line here.
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $Folder
)

$VerbosePreference = $DebugPreference = $InformationPreference = $WarningPreference = 'Continue'
$ErrorActionPreference = 'Continue'
$null = Start-Transcript (Join-Path $Folder 'transcript.txt') -IncludeInvocationHeader
Import-Module $ModulePath -Verbose:$false

$secret = ConvertTo-SecureString $env:LEAK_SECRET -AsPlainText
$token = ConvertTo-SecureString $env:LEAK_TOKEN -AsPlainText
$address = $env:LEAK_ADDRESS
$number = $env:LEAK_NUMBER
$attribute = $env:LEAK_ATTRIBUTE
$files = Join-Path $Folder 'kept'
$results = Join-Path $Folder 'own'
$null = New-Item -ItemType Directory $files, $results

$sandbox = Start-McSandbox -ClientSecret $secret
$credential = [pscredential]::new($sandbox.ClientId, $secret)
$wrong = [pscredential]::new('someone', $token)
$proxy = [pscredential]::new($env:LEAK_PROXY_USER, (ConvertTo-SecureString $env:LEAK_PROXY_PASSWORD -AsPlainText))
$people = 1..9 | ForEach-Object { @{ ContactKey = $address; To = $address; $env:LEAK_NAME = $attribute } }
$phones = 1..9 | ForEach-Object { @{ ContactKey = $number; To = $number; $env:LEAK_NAME = $attribute } }
$rows = $people | ForEach-Object { [pscustomobject] $_ }
$bad = @(
    @{ To = $address; Name = $attribute }
    [pscustomobject]@{ ContactKey = 'C'; To = 'c@example.com' } |
        Add-Member ScriptProperty Name { throw "$address $attribute" } -PassThru
    [pscustomobject]@{ ContactKey = 'C' * 101; To = "$address $attribute"; Name = $attribute }
)
$refused = [pscustomobject]@{ ContactKey = 'R'; To = $attribute; $env:LEAK_NAME = $attribute }
$echo = @{ echoRequest = 1 }

# By name, so that the test can see whether a cmdlet is missing.
$uses = [ordered]@{
    'Start-McSandbox' = {
        Start-McSandbox -ClientSecret $secret -Port ([uri] $sandbox.Uri).Port
        Start-McSandbox -ClientSecret $secret -Fault @{ nothing = 1 } }
    'Connect-McAccount' = {
        Connect-McAccount -AuthBaseUri $sandbox.Uri -Credential $credential -Proxy 'http://127.0.0.1:1' `
            -ProxyCredential $proxy -Name other
        Connect-McAccount -AuthBaseUri $sandbox.Uri -Credential $wrong
        Connect-McAccount -AccessToken $token -RestBaseUri $sandbox.Uri -Name token
        Connect-McAccount -AccessToken $token -RestBaseUri 'http://example.com'
        Set-McSandboxFault $sandbox $echo
        Connect-McAccount -AuthBaseUri $sandbox.Uri -Credential $wrong
        Set-McSandboxFault $sandbox @{}
        Connect-McAccount -Sandbox $sandbox }
    'Get-McConnection' = { Get-McConnection; Get-McConnection | Format-List *; Get-McConnection nobody }
    'Select-McConnection' = { Select-McConnection token; Select-McConnection Default -PassThru }
    'Test-McConnection' = { Test-McConnection -Detailed; Test-McConnection token; Test-McConnection token -Detailed }
    'New-McRecipient' = { New-McRecipient $address $address -Attribute @{ $env:LEAK_NAME = $attribute } }
    'New-McSendDefinition' = {
        New-McSendDefinition Email leak -Name leak -CustomerKey a -List l -Cc $address
        Set-McSandboxFault $sandbox $echo
        New-McSendDefinition Email leak2 -Name $attribute -CustomerKey a -List l -Cc $address
        New-McSendDefinition Sms leak3 -Name $attribute -Message $attribute -ShortCode 1 -Keyword K
        Set-McSandboxFault $sandbox @{} }
    'Get-McSendDefinition' = { Get-McSendDefinition Email; Get-McSendDefinition Email leak; Get-McSendDefinition Sms no }
    'Set-McSendDefinition' = {
        Set-McSendDefinition Email leak -Bcc $address -PassThru
        Set-McSandboxFault $sandbox $echo
        Set-McSendDefinition Email leak -Description $attribute -Bcc $address
        Set-McSandboxFault $sandbox @{} }
    'Send-McEmail' = {
        $script:sent = $rows + $refused | Send-McEmail leak -JournalPath "$files/email" -RejectedPath "$results/email.csv" `
            -Attribute @{ Shop = $attribute } -BatchSize 4 -TotalCount 9
        $sent
        $bad | Send-McEmail leak -JournalPath "$files/bad" -RejectedPath "$results/bad.jsonl"
        $address | Send-McEmail leak
        $rows | Send-McEmail leak -AsRequestBody
        Set-McSandboxFault $sandbox $echo
        $people | Send-McEmail leak -JournalPath "$files/echo" -MaxRetryCount 0 -BatchSize 4
        Set-McSandboxFault $sandbox @{ http500 = 1 }
        $people | Send-McEmail leak -JournalPath "$files/500" -MaxRetryCount 0 -RetryTimeoutSec 1
        Set-McSandboxFault $sandbox @{}
        $people | Send-McEmail leak -Connection token -MaxRetryCount 0
        $people | Send-McEmail leak -WhatIf
        Send-McEmail leak -ContactKey $address -To $address -Attribute @{ $env:LEAK_NAME = $attribute } }
    'Send-McSms' = {
        $phones | Send-McSms text -MessageText $attribute -JournalPath "$files/sms"
        $phones | Send-McSms text -AsRequestBody
        Set-McSandboxFault $sandbox $echo
        $phones | Send-McSms text -MessageText $attribute -MaxRetryCount 0
        Set-McSandboxFault $sandbox @{} }
    'Invoke-McTriggeredSend' = {
        $script:triggered = $people | Invoke-McTriggeredSend leak -FromAddress $address -FromName $attribute
        $triggered
        Set-McSandboxFault $sandbox $echo
        $people | Invoke-McTriggeredSend leak -FromAddress $address -FromName $attribute -MaxRetryCount 0
        Set-McSandboxFault $sandbox @{} }
    'Get-McMessageStatus' = { $sent | Get-McMessageStatus; $rows[0] | Get-McMessageStatus Email }
    'Wait-McMessage' = { $sent | Wait-McMessage -TimeoutSec 1 }
    'Get-McNotSentMessage' = {
        @{ ContactKey = $address; To = "notsent.$address" } | Send-McEmail leak | Wait-McMessage
        Get-McNotSentMessage Email -CheckpointPath "$files/checkpoint"
        Get-McNotSentMessage Email -CheckpointPath "$files/none/checkpoint" }
    'Get-McTriggeredSendStatus' = { $triggered | Get-McTriggeredSendStatus; Get-McTriggeredSendStatus no no }
    'Get-McSendQueue' = { Get-McSendQueue Email leak; Get-McSendQueue Email none }
    'Clear-McSendQueue' = { Clear-McSendQueue Email leak -Force }
    'Measure-McSendResult' = { $sent | Measure-McSendResult; $rows | Measure-McSendResult; $address | Measure-McSendResult }
    'Export-McSendReport' = {
        $sent + $triggered | Export-McSendReport "$files/report.html"
        $rows | Export-McSendReport "$files/none.html"
        $sent | Export-McSendReport "$results/addresses.html" -IncludeAddress }
    'Get-McSendJournal' = { Get-McSendJournal "$files/email"; Get-McSendJournal "$results/email.csv" }
    'Get-McErrorInfo' = { $sent | Get-McErrorInfo; Get-McErrorInfo 109110 }
    'Get-McSandboxMessage' = { Get-McSandboxMessage $sandbox; Get-McSandboxMessage $sandbox | Format-List }
    'Set-McSandboxFault' = { Set-McSandboxFault $sandbox @{ http500 = 2 } }
    'Clear-McSandboxMessage' = { Clear-McSandboxMessage $sandbox }
    'Remove-McSendDefinition' = { Remove-McSendDefinition Email leak -Force; Remove-McSendDefinition Email none -Force }
    'Stop-McSandbox' = {
        Get-McConnection | ConvertTo-Json -Depth 3 | Set-Content "$files/connections.json"
        Get-McConnection | Export-Clixml "$files/connections.xml" -Depth 5
        Stop-McSandbox $sandbox
        $people | Send-McEmail leak -MaxRetryCount 0 }
    'Disconnect-McAccount' = { Disconnect-McAccount -Name token; Disconnect-McAccount; Disconnect-McAccount -Name none }
}
# A host that is none, through proxies that are none: the environment's, whose address holds a user and a password, one
# with a credential, and one of no known kind.
$throughProxy = {
    $far = @{ AccessToken = $token; RestBaseUri = 'https://leak.rest.marketingcloudapis.com' }
    $once = @{ MaxRetryCount = 0; RetryTimeoutSec = 1; TimeoutSec = 5 }
    Connect-McAccount @far | Format-List *
    $people | Send-McEmail leak @once
    Connect-McAccount @far -Proxy 'http://127.0.0.1:1' -ProxyCredential $proxy
    $people | Send-McEmail leak @once
    Connect-McAccount @far -Proxy $env:HTTPS_PROXY
    $people | Send-McEmail leak @once
    Connect-McAccount @far -Proxy ($env:HTTPS_PROXY -replace '^http', 'ftp')
    $people | Send-McEmail leak @once }

$Error.Clear()
$uses.Keys | Set-Content (Join-Path $Folder 'cmdlets.txt')
foreach ($use in @($uses.Values) + $throughProxy) {
    # Each line on its own: an error that ends one of them ends no other.
    foreach ($statement in $use.Ast.EndBlock.Statements) {
        try {
            . ([scriptblock]::Create($statement.Extent.Text)) *>&1 | Out-Default
        }
        catch {
            $_ | Out-Default
        }
    }
}
$null = Stop-Transcript

# An error that PowerShell makes where it can bind nothing, or where a script throws, is as it says it.
$problems = @($Error | Where-Object {
    $_.Exception -isnot [System.Management.Automation.ParameterBindingException] -and
    $_.FullyQualifiedErrorId -like '*McMessaging*' })
"$($problems.Count)" | Set-Content (Join-Path $Folder 'errors.txt')
$seen = foreach ($view in 'ConciseView', 'NormalView', 'CategoryView') {
    $ErrorView = $view
    $problems | Out-String -Width 1000
}
$seen += foreach ($problem in $problems) {
    "$problem"
    $problem.ErrorDetails | Format-List * -Force | Out-String -Width 1000
    $problem.CategoryInfo | Format-List * -Force | Out-String -Width 1000
    $problem.ScriptStackTrace
    $problem.FullyQualifiedErrorId
    $problem.InvocationInfo.Line, $problem.InvocationInfo.PositionMessage
    $problem.InvocationInfo.BoundParameters, $problem.InvocationInfo.UnboundArguments | Out-String -Width 1000
    for ($exception = $problem.Exception ?? $problem; $exception; $exception = $exception.InnerException) {
        "$exception"
        $exception | Format-List * -Force | Out-String -Width 1000
        $exception.Data.GetEnumerator() | Out-String
    }
}
$seen | Set-Content (Join-Path $Folder 'errors-seen.txt')

# The target of an error is the caller's own object; all else of an error is what it says.
$said = $problems | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } |
    Select-Object * -ExcludeProperty TargetObject
$said | ConvertTo-Json -Depth 2 -WarningAction Ignore | Set-Content (Join-Path $Folder 'errors.json')
$said | Export-Clixml (Join-Path $Folder 'errors.xml') -Depth 2
