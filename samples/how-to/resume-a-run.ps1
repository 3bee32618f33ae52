# docs/how-to/resume-a-run.md: a run is killed and run again, against a sandbox that counts.

$sandbox = Start-McSandbox -Fault @{ latencyMs = 300 }
$env:SFMC_AUTH_BASE_URL = $sandbox.Uri
$env:SFMC_CLIENT_ID = $sandbox.ClientId
$env:SFMC_CLIENT_SECRET = $sandbox.RevealClientSecret()

$file = "$PSScriptRoot/../recipients.csv"
$run = (Get-FileHash $file).Hash
$journal = Join-Path ([IO.Path]::GetTempPath()) "recipients-$run-$PID.journal"

# The job runs in a process of its own, and is killed in the middle
$job = @"
Import-Module '$(Join-Path (Get-Module McMessaging).ModuleBase McMessaging.psd1)'
`$null = Connect-McAccount -FromEnvironment
Import-Csv '$file' |
    Send-McEmail welcome -RunId $run -JournalPath '$journal' -BatchSize 20 -ThrottleLimit 1
"@
$encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($job))
$process = Start-Process pwsh '-NoProfile', '-EncodedCommand', $encoded -PassThru -RedirectStandardOutput "$journal.out"
while (-not $process.HasExited -and -not (Get-McSandboxMessage Email)) {
    Start-Sleep -Milliseconds 50
}
$process.Kill()
$process.WaitForExit()
$before = @(Get-McSandboxMessage Email | Where-Object Accepted).Count

# What the journal knows
Get-McSendJournal $journal | Select-Object Accepted, InFlight, NotTaken, Finished

# The same command again
Set-McSandboxFault @{}
$connection = Connect-McAccount -FromEnvironment
$results = Import-Csv $file | Send-McEmail welcome -RunId $run -JournalPath $journal
$results | Group-Object Outcome -NoElement

# Everybody has exactly one message
$messages = Get-McSandboxMessage Email | Where-Object Accepted
$people = $messages.ContactKey | Sort-Object -Unique
"$before messages before the kill, $(@($messages).Count) in all, to $(@($people).Count) people"

Remove-Item $journal, "$journal.out"
Remove-Item Env:SFMC_*
Stop-McSandbox
