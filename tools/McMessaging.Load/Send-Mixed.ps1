<#
.SYNOPSIS
Sends, asks for the status of messages, and makes, changes, reads and removes definitions, one after the other in this
process, and prints what it did as JSON. The results are in the folder.
#>
param(
    [string] $ModulePath,
    [string] $Folder,
    [string] $DefinitionKey,
    [double] $Seconds,
    [int] $Sends,
    [int] $ThrottleLimit,
    [int] $BatchSize
)

$ErrorActionPreference = 'Stop'
$WarningPreference = $ProgressPreference = 'SilentlyContinue'
Import-Module $ModulePath
$null = Connect-McAccount -FromEnvironment

$did = @{ Sends = 0; Email = 0; Sms = 0; Triggered = 0; FollowUps = 0; Definitions = 0; Failed = 0; Wrong = 0 }
$files = @{}
'Email', 'Sms', 'Triggered' | ForEach-Object {
    $files[$_] = [System.IO.StreamWriter]::new((Join-Path $Folder "pwsh-$($_.ToLowerInvariant()).jsonl"))
}

function New-Recipients([string] $Channel, [int] $Count) {
    for ($i = 0; $i -lt $Count; $i++) {
        $number = $did[$Channel]++
        $to = $Channel -eq 'Sms' ? "1555$($number.ToString('D7'))" : "person$number@example.com"
        @{ ContactKey = "pwsh-$($Channel.ToLowerInvariant())-$number"; To = $to; FirstName = "Name $number" }
    }
}

filter Save-Result([string] $Channel) {
    $files[$Channel].WriteLine(($_ | Select-Object ContactKey, MessageKey, Outcome | ConvertTo-Json -Compress))
    $_
}

# An error that the faults explain is counted; what was asked for and did not come is wrong.
function Test-Operation([string] $Name, [scriptblock] $IsRight) {
    $did[$Name]++
    try {
        if (-not (& $IsRight)) { $did.Wrong++ }
    } catch [McMessaging.McException] {
        $did.Failed++
    }
}

# Recipients are refused on purpose: the errors that tell of them are not kept.
$many = @{ ThrottleLimit = $ThrottleLimit; ErrorAction = 'Ignore' }
$watch = [System.Diagnostics.Stopwatch]::StartNew()
for ($round = 0; $watch.Elapsed.TotalSeconds -lt $Seconds -or $did.Sends -lt $Sends; $round++) {
    $email = @(New-Recipients Email 800 | Send-McEmail $DefinitionKey -BatchSize $BatchSize @many | Save-Result Email)
    $sms = @(New-Recipients Sms 200 | Send-McSms $DefinitionKey -BatchSize $BatchSize @many | Save-Result Sms)
    $triggered = @(New-Recipients Triggered 100 | Invoke-McTriggeredSend -Key $DefinitionKey @many |
        Save-Result Triggered)
    $did.Sends += 3

    foreach ($results in $email, $sms) {
        $taken = @($results | Where-Object Outcome -EQ Accepted | Select-Object -First 3)
        Test-Operation FollowUps { @($taken | Get-McMessageStatus).Count -eq $taken.Count }
    }
    $taken = @($triggered | Where-Object Outcome -EQ Accepted | Select-Object -First 3)
    Test-Operation FollowUps { @($taken | Get-McTriggeredSendStatus).Count -eq $taken.Count }

    $key = "made-$round"
    Test-Operation Definitions {
        (New-McSendDefinition Email $key -Name $key -CustomerKey c -List l).DefinitionKey -eq $key
    }
    Test-Operation Definitions {
        Set-McSendDefinition Email $key -Description changed
        (Get-McSendDefinition Email $key).Description -eq 'changed'
    }
    Test-Operation Definitions {
        Remove-McSendDefinition Email $key -Force
        (Get-McSendDefinition Email $key -ErrorAction Ignore).Status -in $null, 'Deleted'
    }
}
$files.Values | ForEach-Object Dispose
$did | ConvertTo-Json -Compress
