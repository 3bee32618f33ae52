<#
.SYNOPSIS
The baseline: a token and one email, two Invoke-RestMethod, as an administrator writes them by hand. Emits the response.
#>
param([string] $BaseUri, [string] $ClientId, [string] $ClientSecret, [string] $DefinitionKey, [string] $ContactKey, [string] $To)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$credentials = @{ grant_type = 'client_credentials'; client_id = $ClientId; client_secret = $ClientSecret }
$token = @{
    Method      = 'Post'
    Uri         = "${BaseUri}v2/token"
    ContentType = 'application/json'
    Body        = $credentials | ConvertTo-Json -Compress
}
$answer = Invoke-RestMethod @token
$request = @{
    Method            = 'Post'
    Uri               = "${BaseUri}messaging/v1/email/messages/$([guid]::NewGuid().ToString('N'))"
    Headers           = @{ Authorization = "Bearer $($answer.access_token)" }
    ContentType       = 'application/json; charset=utf-8'
    MaximumRetryCount = 3
    Body              = @{
        definitionKey = $DefinitionKey
        recipient     = @{ contactKey = $ContactKey; to = $To; attributes = @{ FirstName = 'Ann' } }
    } | ConvertTo-Json -Depth 5 -Compress
}
Invoke-RestMethod @request
