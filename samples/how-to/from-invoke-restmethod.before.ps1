# docs/how-to/from-invoke-restmethod.md: before. A send as scripts do it by hand.

$sandbox = Start-McSandbox
$authBase = "$($sandbox.Uri)".TrimEnd('/')

$token = Invoke-RestMethod "$authBase/v2/token" -Method Post -ContentType application/json -Body (@{
        grant_type = 'client_credentials'
        client_id = $sandbox.ClientId
        client_secret = $sandbox.RevealClientSecret()
    } | ConvertTo-Json)
$rest = $token.rest_instance_url.TrimEnd('/')
$headers = @{ Authorization = "Bearer $($token.access_token)" }

$rows = @(Import-Csv "$PSScriptRoot/../recipients.csv")
for ($first = 0; $first -lt $rows.Count; $first += 500) {
    $recipients = foreach ($row in $rows[$first..[Math]::Min($first + 499, $rows.Count - 1)]) {
        @{
            contactKey = $row.ContactKey
            to = $row.To
            messageKey = [guid]::NewGuid()
            attributes = @{ FirstName = $row.FirstName; City = $row.City; Language = $row.Language }
        }
    }
    $body = @{ definitionKey = 'welcome'; recipients = @($recipients) } | ConvertTo-Json -Depth 5
    $null = Invoke-RestMethod "$rest/messaging/v1/email/messages" -Method Post -Headers $headers `
        -ContentType 'application/json; charset=utf-8' -Body $body
}

"$(@(Get-McSandboxMessage Email | Where-Object Accepted).Count) messages"
Stop-McSandbox
