# docs/how-to/correct-and-resend.md: rows are refused, corrected, and sent again, against a sandbox.

$sandbox = Start-McSandbox
$connection = Connect-McAccount -Sandbox $sandbox
$folder = New-Item (Join-Path ([IO.Path]::GetTempPath()) "correct-and-resend-$PID") -ItemType Directory
Set-Content "$folder/people.csv" @'
ContactKey,Email,FirstName
C1,ada@example.com,Ada
C2,grace at example.com,Grace
,alan@example.com,Alan
'@

# The send keeps what was refused
$send = @{
    DefinitionKey = 'welcome'
    RunId = (Get-FileHash "$folder/people.csv").Hash
    JournalPath = "$folder/people.journal"
    ErrorAction = 'Continue'
}
$results = Import-Csv "$folder/people.csv" | Send-McEmail @send -RejectedPath "$folder/rejected.csv" 2>$null
$results | Group-Object Outcome -NoElement

# What was wrong
Import-Csv "$folder/rejected.csv" | Select-Object ContactKey, Email, McOutcome, McMessage, McAdvice

# A person corrects the file; here a script does
$rows = Import-Csv "$folder/rejected.csv"
$rows[0].Email = 'grace@example.com'
$rows[1].ContactKey = 'C3'
$rows | Export-Csv "$folder/corrected.csv"

# The same command, with the corrected file and a new file for what is still wrong
Import-Csv "$folder/corrected.csv" | Send-McEmail @send -RejectedPath "$folder/rejected-2.csv"

# Everybody has one message
$messages = Get-McSandboxMessage Email | Where-Object Accepted
"$(@($messages).Count) messages to $(@($messages.ContactKey | Sort-Object -Unique).Count) people"

Remove-Item $folder -Recurse
Stop-McSandbox
