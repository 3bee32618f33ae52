param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeDiscovery {
    $kinds = 'Secret', 'Token', 'ProxyUser', 'ProxyPassword', 'Address', 'Number', 'Attribute', 'Name' |
        ForEach-Object { @{ Kind = $_ } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath

    # Characters that JSON, addresses and HTML write in another way.
    $sentinels = @{
        Secret        = 'SENTINEL-s3cret+/"71f0'
        Token         = 'SENTINEL-token+52ab'
        ProxyUser     = 'SENTINEL-user-44c1'
        ProxyPassword = 'SENTINEL-password-9b20'
        Address       = 'sentinel.person+93cd@example.com'
        Number        = '15550104711'
        Attribute     = 'SENTINEL-attribute & 08ef'
        Name          = 'SENTINELname5d11'
    }

    function Get-Spelling {
        param([string] $Text)
        $json = ConvertTo-Json $Text
        $bytes = [System.Text.Encoding]::UTF8.GetBytes($Text)
        @(
            $Text
            $json.Substring(1, $json.Length - 2)
            [System.Text.Json.JsonEncodedText]::Encode($Text).Value
            [System.Net.WebUtility]::HtmlEncode($Text)
            [System.Net.WebUtility]::UrlEncode($Text)
            [uri]::EscapeDataString($Text)
            [convert]::ToBase64String($bytes).TrimEnd('=')
        ) | Select-Object -Unique
    }

    # Nobody may come to it: the sandbox is on this computer.
    $proxy = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $proxy.Start()
    $variables = @{
        LEAK_SECRET = $sentinels.Secret
        LEAK_TOKEN = $sentinels.Token
        LEAK_PROXY_USER = $sentinels.ProxyUser
        LEAK_PROXY_PASSWORD = $sentinels.ProxyPassword
        LEAK_ADDRESS = $sentinels.Address
        LEAK_NUMBER = $sentinels.Number
        LEAK_ATTRIBUTE = $sentinels.Attribute
        LEAK_NAME = $sentinels.Name
        HTTP_PROXY = "http://$($sentinels.ProxyUser):$($sentinels.ProxyPassword)@$($proxy.LocalEndpoint)"
        ALL_PROXY = "http://$($sentinels.ProxyUser):$($sentinels.ProxyPassword)@$($proxy.LocalEndpoint)"
        # Port 1 is nobody's.
        HTTPS_PROXY = "http://$($sentinels.ProxyUser):$($sentinels.ProxyPassword)@127.0.0.1:1"
        NO_PROXY = ''
    }
    $folder = Join-Path $TestDrive 'leaks'
    $null = New-Item -ItemType Directory $folder
    $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
    '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/LeakRun.ps1", $ModulePath, $folder |
        ForEach-Object { $start.ArgumentList.Add($_) }
    $variables.GetEnumerator() | ForEach-Object { $start.Environment[$_.Key] = $_.Value }
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $run = [System.Diagnostics.Process]::Start($start)
    $errorText = $run.StandardError.ReadToEndAsync()
    $run.StandardOutput.ReadToEnd() | Set-Content (Join-Path $folder 'output.txt')
    $errorText.Result | Set-Content (Join-Path $folder 'error-output.txt')
    $run.WaitForExit()

    $seen = Get-ChildItem $folder -File -Recurse | Where-Object Directory -NotLike '*own'
}

AfterAll {
    $proxy.Stop()
}

Describe 'Every cmdlet' {
    It 'is among those that are tried' {
        Get-Content (Join-Path $folder 'cmdlets.txt') | Sort-Object |
            Should -Be ((Get-Command -Module McMessaging).Name | Sort-Object)
    }

    It 'met errors, and left files, to be looked through' {
        [int] (Get-Content (Join-Path $folder 'errors.txt')) | Should -BeGreaterThan 30
        $seen.Name | Should -Contain 'transcript.txt'
        'email', 'echo', '500', 'sms', 'checkpoint', 'report.html', 'connections.json', 'connections.xml' |
            Should -BeIn $seen.Name
        (Get-Item (Join-Path $folder 'transcript.txt')).Length | Should -BeGreaterThan 20000
    }

    It 'leaves the <Kind> out of every stream, transcript, error, journal, checkpoint and report' -ForEach $kinds {
        # The views of a recipient and of a sandbox's message say which attributes there are.
        $exempt = $Kind -eq 'Name' ? 'Attributes|@exa…' : '^$'
        foreach ($spelling in Get-Spelling $sentinels[$Kind]) {
            foreach ($file in $seen) {
                $lines = Select-String -LiteralPath $file -SimpleMatch $spelling | Where-Object Line -NotMatch $exempt |
                    Select-Object -First 3
                "$($lines | ForEach-Object { "$($file.Name):$($_.LineNumber): $($_.Line.Trim())" })" |
                    Should -BeNullOrEmpty
            }
        }
    }

    It 'asks a sandbox past every proxy' {
        $proxy.Pending() | Should -BeFalse
    }

    It 'lets only its owner read what holds people''s data' -Skip:$IsWindows {
        $own = Get-ChildItem (Join-Path $folder 'own'), (Join-Path $folder 'kept/email') -File
        $own.Count | Should -BeGreaterThan 3
        $own.UnixMode | Should -Be (@('-rw-------') * $own.Count)
    }
}

Describe 'A page of another origin' {
    It 'gets no message of the sandbox, by <Path>' -ForEach @(
        @{ Path = 'inbox/api/messages' }
        @{ Path = 'inbox/api/messages/1' }
        @{ Path = 'inbox/api/events' }
        @{ Path = 'inbox/api/setup' }
        @{ Path = 'messaging/v1/email/messages/k-1' }
    ) {
        $secret = ConvertTo-SecureString $sentinels.Secret -AsPlainText
        $sandbox = Start-McSandbox -ClientSecret $secret
        try {
            $null = Connect-McAccount -Sandbox $sandbox
            $null = @{ ContactKey = $sentinels.Address; To = $sentinels.Address; MessageKey = 'k-1' } |
                Send-McEmail welcome
            $headers = @{ Origin = 'https://evil.example'; Referer = 'https://evil.example/' }
            $response = Invoke-WebRequest "$($sandbox.Uri)$Path" -Headers $headers -SkipHttpErrorCheck -NoProxy
            $response.StatusCode | Should -BeGreaterOrEqual 400
            $text = "$($response.RawContent)"
            $text | Should -Not -Match ([regex]::Escape($sentinels.Address))
            $text | Should -Not -Match ([regex]::Escape($sentinels.Secret))
            $response.Headers.Keys | Should -Not -Contain 'Access-Control-Allow-Origin'
        }
        finally {
            $sandbox.Stop()
        }
    }
}
