<#
.SYNOPSIS
The baseline: one triggered send after the other, as an administrator writes it by hand. Emits the number of accepted rows.
#>
param([object[]] $Recipients, [string] $BaseUri, [string] $Token, [string] $Key)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$request = @{
    Method            = 'Post'
    Uri               = "${BaseUri}messaging/v1/messageDefinitionSends/key:$Key/send"
    Headers           = @{ Authorization = "Bearer $Token" }
    ContentType       = 'application/json; charset=utf-8'
    MaximumRetryCount = 3
}
$accepted = 0
foreach ($row in $Recipients) {
    $body = @{
        To      = @{
            Address           = $row.To
            SubscriberKey     = $row.ContactKey
            ContactAttributes = @{
                SubscriberAttributes = @{ FirstName = $row.FirstName; City = $row.City; OrderNumber = $row.OrderNumber }
            }
        }
        Options = @{ RequestType = 'ASYNC' }
    } | ConvertTo-Json -Depth 5 -Compress
    $answer = Invoke-RestMethod @request -Body $body
    if ($answer.responses[0].hasErrors -eq $false) {
        $accepted++
    } else {
        Write-Warning "$($row.ContactKey): $($answer.responses[0].messageErrors[0].messageErrorStatus)$($answer.messages)"
    }
}
$accepted
