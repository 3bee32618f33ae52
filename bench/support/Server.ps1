# The sandbox as a process of its own, the same for all sides.

function Start-BenchmarkServer {
    param([int] $LatencyMs)

    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.RedirectStandardOutput = $true
    $arguments = (Get-MeasuredBuild).Program, 'sandbox', '--client-id', 'benchmark', '--client-secret', 'benchmark'
    if ($LatencyMs) { $arguments += '--fault', "latencyMs=$LatencyMs" }
    $arguments | ForEach-Object { $start.ArgumentList.Add($_) }

    $process = [System.Diagnostics.Process]::Start($start)
    $uri = $process.StandardOutput.ReadLine() -replace '^Sandbox:\s+'
    if ($uri -notlike 'http*') { throw "The server did not start: $uri" }
    $null = $process.StandardOutput.ReadToEndAsync()

    $credentials = @{ grant_type = 'client_credentials'; client_id = 'benchmark'; client_secret = 'benchmark' }
    $answer = Invoke-RestMethod "${uri}v2/token" -Method Post -ContentType application/json -Body ($credentials | ConvertTo-Json)
    [pscustomobject]@{
        Process       = $process
        Uri           = $uri
        Token         = $answer.access_token
        # For a new process: a token may begin with a hyphen.
        TokenArgument = "-Token:$($answer.access_token)"
    }
}

function Stop-BenchmarkServer {
    param([Parameter(Mandatory)] $Server)

    $Server.Process.Kill()
    $Server.Process.WaitForExit()
    $Server.Process.Dispose()
}

<#
.SYNOPSIS
Connects the module to a server. Emits the connection.
#>
function Connect-BenchmarkServer {
    param([Parameter(Mandatory)] [uri] $BaseUri, [Parameter(Mandatory)] [string] $Token)

    Connect-McAccount -AccessToken (ConvertTo-SecureString $Token -AsPlainText -Force) -RestBaseUri $BaseUri
}

<#
.SYNOPSIS
Runs a script block with a server that is fresh, so that every message key is new to it, and warm.
.PARAMETER WarmUp
Requests for the server alone, before the script block runs.
#>
function Use-BenchmarkServer {
    param(
        [Parameter(Mandatory)] [scriptblock] $Run,
        [Parameter(Mandatory)] [PreparedRequest[]] $WarmUp,
        [int] $LatencyMs
    )

    $server = Start-BenchmarkServer -LatencyMs $LatencyMs
    try {
        [BareClient]::PostAll($server.Uri, $server.Token, $WarmUp, 4)
        & $Run $server
    } finally {
        Stop-BenchmarkServer $server
    }
}
