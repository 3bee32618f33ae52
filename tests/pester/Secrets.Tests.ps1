param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath

    $sentinels = @{
        Secret    = 'SENTINEL-secret-71f0'
        Token     = 'SENTINEL-token-52ab'
        Address   = 'sentinel.address.93cd@example.com'
        Attribute = 'SENTINEL-attribute-08ef'
        Name      = 'SENTINEL-name-5d11'
    }

    function Get-Stream {
        param([string] $Script, [hashtable] $Variable)
        $started = Start-Script $Script $Variable
        Wait-Signal $started.Run.AsyncWaitHandle | Should -BeTrue
        $streams = $started.Shell.Streams
        $text = @(
            $started.Output | Out-String -Width 300
            $started.Output | Format-Table | Out-String -Width 300
            $started.Output | Format-List | Out-String -Width 300
            "$($started.Output)"
            $streams.Error | Out-String
            $streams.Error | ForEach-Object { "$($_.Exception)"; $_.ErrorDetails; "$($_.CategoryInfo)" }
            "$($started.Shell.InvocationStateInfo.Reason)"
            $streams.Verbose, $streams.Debug, $streams.Warning, $streams.Information | Out-String
            $streams.Progress | ForEach-Object { $_.Activity, $_.StatusDescription, $_.CurrentOperation }
        ) -join "`n"
        [pscustomobject]@{ Text = $text; Verbose = @($streams.Verbose).Count }
    }
}

Describe 'No stream and no view shows a secret, token, address or attribute' {
    BeforeAll {
        $secret = ConvertTo-SecureString $sentinels.Secret -AsPlainText
        $faults = @{ http500 = 0.3; dropAfter = 0.2; rejectRecipient = 0.3; htmlError = 0.1 }
        $sandbox = Start-McSandbox -ClientSecret $secret -Fault $faults -Seed 5
        $variables = @{
            sandbox    = $sandbox
            uri        = $sandbox.Uri
            credential = [pscredential]::new($sandbox.ClientId, $secret)
            address    = $sentinels.Address
            attribute  = $sentinels.Attribute
            name       = $sentinels.Name
            token      = ConvertTo-SecureString $sentinels.Token -AsPlainText
        }
    }

    AfterAll {
        $sandbox.Stop()
    }

    It 'in <Case>' -ForEach @(
        @{ Case = 'a send with faults'; Script = {
            Connect-McAccount -AuthBaseUri $uri -Credential $credential -Verbose -Debug
            Get-McConnection
            1..60 | ForEach-Object { @{ ContactKey = "C-$_"; To = $address; Name = $attribute } } |
                Send-McEmail welcome -BatchSize 5 -MaxRetryCount 1 -Attribute @{ Shop = $attribute } -Verbose -Debug
        } }
        @{ Case = 'a send to addresses as contact keys'; Script = {
            $null = Connect-McAccount -Sandbox $sandbox
            1..30 | ForEach-Object { @{ To = $address; Name = $attribute; MessageKey = "own-$_" } } |
                Send-McEmail welcome -UseAddressAsContactKey -BatchSize 5 -MaxRetryCount 0 -Verbose -Debug
            Get-McSandboxMessage
        } }
        @{ Case = 'triggered sends'; Script = {
            $null = Connect-McAccount -Sandbox $sandbox
            1..30 | ForEach-Object { @{ ContactKey = "T-$_"; To = $address; Name = $attribute } } |
                Invoke-McTriggeredSend welcome -FromAddress $address -FromName $attribute -Verbose -Debug
        } }
        @{ Case = 'a preview'; Script = {
            @{ ContactKey = 'C-1'; To = $address; Name = $attribute } |
                Send-McEmail welcome -AsRequestBody -Verbose -Debug
            New-McRecipient C-1 $address -Attribute @{ Name = $attribute }
        } }
        @{ Case = 'bad input'; Script = {
            $null = Connect-McAccount -Sandbox $sandbox
            @{ To = $address; Name = $attribute },
            $address,
            ([pscustomobject]@{ ContactKey = 'C-1'; To = 'c1@example.com' } |
                Add-Member ScriptProperty Name { throw $attribute } -PassThru) |
                Send-McEmail welcome -Verbose -Debug
        } }
        @{ Case = 'a service that repeats the request'; Script = {
            $null = Connect-McAccount -Sandbox $sandbox
            Set-McSandboxFault @{ echoRequest = 1 }
            1..20 | ForEach-Object { @{ ContactKey = "E-$_"; To = $address; $name = $attribute } } |
                Send-McEmail welcome -BatchSize 5 -MaxRetryCount 0 -Verbose -Debug
            @{ ContactKey = 'E-1'; To = $address; $name = $attribute } |
                Invoke-McTriggeredSend welcome -FromAddress $address -MaxRetryCount 0 -Verbose -Debug
            New-McSendDefinition Email sentinel -Name $attribute -CustomerKey x -List l -Verbose -Debug
            Connect-McAccount -AuthBaseUri $uri -Credential $credential -Verbose -Debug
            Set-McSandboxFault @{ echoRequest = 0 }
        } }
        @{ Case = 'a token from elsewhere'; Script = {
            Connect-McAccount -AccessToken $token -RestBaseUri $uri -Verbose -Debug
            @{ ContactKey = 'C-1'; To = $address; Name = $attribute } |
                Send-McEmail welcome -MaxRetryCount 20 -Verbose -Debug
        } }
        @{ Case = 'a wrong secret'; Script = {
            $wrong = [pscredential]::new('SENTINEL-id', $token)
            Connect-McAccount -AuthBaseUri $uri -Credential $wrong -Verbose -Debug
        } }
    ) {
        $stream = Get-Stream "$Script" $variables
        $stream.Text.Length | Should -BeGreaterThan 50
        foreach ($sentinel in $sentinels.Values) {
            $stream.Text | Should -Not -Match ([regex]::Escape($sentinel))
        }
    }

    It 'although -Verbose tells each request' {
        $stream = Get-Stream {
            $null = Connect-McAccount -Sandbox $sandbox
            1..10 | ForEach-Object { @{ ContactKey = "V-$_"; To = $address } } |
                Send-McEmail welcome -BatchSize 5 -Verbose
        } $variables
        $stream.Verbose | Should -BeGreaterOrEqual 2
    }
}
