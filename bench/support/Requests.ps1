# Requests for the bare client.

<#
.SYNOPSIS
Turns what -AsRequestBody emits into requests whose bytes are ready.
#>
function ConvertTo-PreparedRequest {
    param([Parameter(Mandatory, ValueFromPipeline)] [McMessaging.RequestPreview] $Preview)

    process {
        $path = [uri]::new([uri] 'http://localhost', $Preview.Uri).AbsolutePath
        [PreparedRequest]::new($path, [System.Text.Encoding]::UTF8.GetBytes($Preview.Body))
    }
}

<#
.SYNOPSIS
Emits the requests of so many recipients, for the server to warm up on.
#>
function New-WarmUp {
    param([int] $Count = 20000)

    New-RecipientList $Count | Send-McEmail benchmark -AsRequestBody -RunId warm-up | ConvertTo-PreparedRequest
}
