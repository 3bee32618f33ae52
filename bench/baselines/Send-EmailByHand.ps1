<#
.SYNOPSIS
The baseline: what an administrator writes by hand to email the rows of a CSV file. Emits the number of accepted rows.
#>
param([object[]] $Recipients, [string] $BaseUri, [string] $Token, [string] $DefinitionKey, [int] $BatchSize = 500)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$request = @{
    Method            = 'Post'
    Uri               = "${BaseUri}messaging/v1/email/messages"
    Headers           = @{ Authorization = "Bearer $Token" }
    ContentType       = 'application/json; charset=utf-8'
    MaximumRetryCount = 3
}
$accepted = 0
for ($first = 0; $first -lt $Recipients.Count; $first += $BatchSize) {
    $rows = $Recipients[$first..([Math]::Min($first + $BatchSize, $Recipients.Count) - 1)]
    $batch = foreach ($row in $rows) {
        @{
            contactKey = $row.ContactKey
            to         = $row.To
            messageKey = [guid]::NewGuid().ToString('N')
            attributes = @{ FirstName = $row.FirstName; City = $row.City; OrderNumber = $row.OrderNumber }
        }
    }
    $body = @{ definitionKey = $DefinitionKey; recipients = @($batch) } | ConvertTo-Json -Depth 5 -Compress
    $answer = Invoke-RestMethod @request -Body $body
    $failed = @(if ($answer.errorcode -ne 0) { $answer.responses.Where({ $_.errorcode }) })
    $failed | ForEach-Object { Write-Warning "$($_.messageKey): $($_.errorcode) $($_.message)" }
    $accepted += $rows.Count - $failed.Count
}
$accepted
