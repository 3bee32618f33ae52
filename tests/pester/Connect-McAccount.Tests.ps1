param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Start-McSandbox
    $secret = ConvertTo-SecureString $sandbox.RevealClientSecret() -AsPlainText
    $credential = [pscredential]::new($sandbox.ClientId, $secret)
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Connect-McAccount' {
    AfterEach {
        Get-McConnection | Disconnect-McAccount
    }

    It 'connects with a credential and fetches a token at once' {
        $before = $sandbox.Counters.TokensIssued
        $connection = Connect-McAccount -AuthBaseUri $sandbox.Uri -Credential $credential
        $connection | Should -BeOfType McMessaging.Connection
        $connection.RestBaseUri | Should -Be $sandbox.Uri
        $connection.TokenExpiresAt | Should -BeGreaterThan ([datetimeoffset]::UtcNow)
        $sandbox.Counters.TokensIssued | Should -Be ($before + 1)
    }

    It 'connects to a sandbox' {
        (Connect-McAccount -Sandbox $sandbox).ClientId | Should -Be $sandbox.ClientId
    }

    It 'connects with a token from elsewhere' {
        $token = ConvertTo-SecureString 'made-elsewhere' -AsPlainText
        $connection = Connect-McAccount -AccessToken $token -RestBaseUri $sandbox.Uri
        $connection.AuthBaseUri | Should -BeNullOrEmpty
        $connection.RestBaseUri | Should -Be $sandbox.Uri
    }

    It 'connects with environment variables' {
        $variables = @{
            SFMC_AUTH_BASE_URL = "$($sandbox.Uri)"
            SFMC_CLIENT_ID     = $sandbox.ClientId
            SFMC_CLIENT_SECRET = $sandbox.RevealClientSecret()
            SFMC_ACCOUNT_ID    = '7001'
        }
        try {
            $variables.GetEnumerator() | ForEach-Object { Set-Item "env:$($_.Key)" $_.Value }
            $connection = Connect-McAccount -FromEnvironment -Name scheduled
        }
        finally {
            $variables.Keys | ForEach-Object { Remove-Item "env:$_" }
        }
        $connection.AccountId | Should -Be 7001
        $connection.Name | Should -Be 'scheduled'
    }

    It 'names the environment variable that is missing' {
        $problem = Get-TerminatingError { Connect-McAccount -FromEnvironment }
        $problem.Exception.Message | Should -BeLike '*SFMC_*'
    }

    It 'fails on a wrong secret, as a terminating authentication error' {
        $wrong = [pscredential]::new($sandbox.ClientId, (ConvertTo-SecureString 'wrong' -AsPlainText))
        $problem = Get-TerminatingError { Connect-McAccount -AuthBaseUri $sandbox.Uri -Credential $wrong }
        $problem.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Get-McConnection | Should -BeNullOrEmpty
    }

    It 'fails on a host that is not there' {
        $stopped = Start-McSandbox
        $stopped.Stop()
        $problem = Get-TerminatingError { Connect-McAccount -Sandbox $stopped }
        $problem.CategoryInfo.Category | Should -BeIn 'ConnectionError', 'ResourceUnavailable'
    }

    It 'refuses the subdomain <Subdomain>' -ForEach @{ Subdomain = 'evil.example/' }, @{ Subdomain = 'a b' } {
        $problem = Get-TerminatingError { Connect-McAccount $Subdomain -Credential $credential }
        $problem.CategoryInfo.Category | Should -Be 'InvalidArgument'
    }

    It 'asks for a scope and a business unit' {
        $connection = Connect-McAccount -AuthBaseUri $sandbox.Uri -Credential $credential -AccountId 42 `
            -Scope email_send, sms_send
        $connection.AccountId | Should -Be 42
        $connection.Scope | Should -Contain 'sms_send'
    }

    It 'makes the newest connection current' {
        $null = Connect-McAccount -Sandbox $sandbox -Name first
        $null = Connect-McAccount -Sandbox $sandbox -Name second
        Disconnect-McAccount
        (Get-McConnection).Name | Should -Be 'first'
    }

    It 'goes through the proxy it is given' {
        $proxy = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $proxy.Start()
        $script = Start-Script 'Connect-McAccount example -Credential $credential -Proxy $proxy' @{
            credential = $credential
            proxy      = "http://$($proxy.LocalEndpoint)"
        }
        try {
            $accepting = $proxy.AcceptTcpClientAsync()
            Wait-Signal $accepting.AsyncWaitHandle | Should -BeTrue
            $reader = [System.IO.StreamReader]::new($accepting.Result.GetStream())
            $reader.ReadLine() | Should -BeLike 'CONNECT example.auth.marketingcloudapis.com:443 *'
        }
        finally {
            $script.Shell.Stop()
            $proxy.Stop()
        }
    }

    It 'wants the proxy that a proxy credential is for' {
        $problem = Get-TerminatingError { Connect-McAccount -Sandbox $sandbox -ProxyCredential $credential }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ProxyMissing,*'
    }
}
