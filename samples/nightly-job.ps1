#Requires -Version 7.4
# Sends a file by night. Exits 0 if all is well, 1 if somebody should look, 2 if the definition cannot be used.
param(
    [Parameter(Mandatory)] [string] $Path, [string] $Folder = '.',
    [string] $DefinitionKey = 'welcome', [int] $RecipientsPerMinute = 6000)
$ErrorActionPreference = 'Stop'
$null = Connect-McAccount -FromEnvironment
if (-not (Test-McConnection -DefinitionKey $DefinitionKey -Channel Email)) { exit 2 }

# Named by its input, and not by the clock: started again after midnight, it is still the same run.
$run = (Get-FileHash $Path).Hash
$files = @{ JournalPath = "$Folder/$run.journal"; RejectedPath = "$Folder/$run.rejected.csv" }
Import-Csv $Path |
    Send-McEmail $DefinitionKey -RunId $run @files -RecipientsPerMinute $RecipientsPerMinute `
        -ErrorAction SilentlyContinue -ErrorVariable problems | Measure-McSendResult

# Each message is in the file before the next one is asked for: after a kill it is told again, and not lost.
$notSent = "$Folder/not-sent-$([datetime]::UtcNow.ToString('yyyyMMddTHHmmssZ', [cultureinfo]::InvariantCulture)).csv"
Get-McNotSentMessage Email -CheckpointPath "$Folder/email.checkpoint" |
    ForEach-Object { $_ | Export-Csv $notSent -Append }

# Whoever runs this by night mails what it writes, as cron does, or looks at its exit code.
$problems | ForEach-Object { "$($_.Exception.Message) $($_.ErrorDetails.RecommendedAction)" }
if (Test-Path $notSent) { "Not delivered since the last night: $notSent" }
exit [int] ($problems.Count -gt 0 -or (Test-Path $notSent))
