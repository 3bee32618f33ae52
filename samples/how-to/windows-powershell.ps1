# docs/how-to/windows-powershell.md: mcmsg driven from Windows PowerShell 5.1. Nothing here needs a newer PowerShell.

param([string] $Recipients = (Join-Path $PSScriptRoot '..\recipients.csv'), [string[]] $Target = '--sandbox')

$hash = (Get-FileHash $Recipients).Hash
$journal = Join-Path ([IO.Path]::GetTempPath()) "recipients-$hash-$PID.journal"
$output = "$journal.results.jsonl"

mcmsg send email --definition welcome --input $Recipients --run-id $hash --journal $journal --output $output $Target
$exitCode = $LASTEXITCODE

$results = Get-Content $output -Encoding UTF8 | ForEach-Object { $_ | ConvertFrom-Json }
$results | Group-Object Outcome -NoElement
$results | Where-Object { $_.Outcome -notin 'Accepted', 'AlreadyAccepted' } |
    Select-Object ContactKey, Outcome, ErrorCode, Message

Remove-Item $journal, $output
if ($exitCode -ne 0) {
    throw "mcmsg ended with exit code $exitCode."
}
