param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath

    function Get-Completion {
        # The bar is the cursor.
        param([string] $Line)
        $cursor = $Line.IndexOf('|')
        (TabExpansion2 $Line.Remove($cursor, 1) $cursor).CompletionMatches |
            Where-Object ResultType -eq 'ParameterValue'
    }
}

Describe 'Completion of definition keys' {
    BeforeAll {
        $sandbox = Connect-PromptSandbox
        'welcome', 'wire-tap', "it's", 'order 66' | ForEach-Object { $null = New-EmailDefinition $_ }
        $null = New-McSendDefinition Sms code -Name Code -Message Hi -ShortCode 1 -CountryCode '' -Keyword K
    }

    AfterAll {
        $sandbox.Stop()
    }

    It '<Line>' -ForEach @(
        @{ Line = 'Send-McEmail w|'; Texts = "welcome", "'wire-tap'" }
        @{ Line = 'Send-McEmail -DefinitionKey W|'; Texts = "welcome", "'wire-tap'" }
        @{ Line = 'Send-McEmail -DefinitionKey ''i|'; Texts = "'it''s'" }
        @{ Line = 'Send-McSms |'; Texts = 'code' }
        @{ Line = 'Get-McSendDefinition Email o|'; Texts = "'order 66'" }
        @{ Line = 'Get-McSendDefinition -DefinitionKey c| -Channel Sms'; Texts = 'code' }
        @{ Line = 'Set-McSendDefinition Sms |'; Texts = 'code' }
        @{ Line = 'Remove-McSendDefinition Email we|'; Texts = 'welcome' }
        @{ Line = 'Get-McSendQueue Email we|'; Texts = 'welcome' }
        @{ Line = 'Clear-McSendQueue Email we|'; Texts = 'welcome' }
        @{ Line = 'Get-McSendDefinition -Connection Default Email we|'; Texts = 'welcome' }
        @{ Line = 'Send-McEmail nothing|'; Texts = @() }
    ) {
        @((Get-Completion $Line).CompletionText) | Should -Be @($Texts)
    }

    It 'shows what the definition is' {
        (Get-Completion 'Send-McEmail we|').ToolTip | Should -BeLike '*welcome*Active*'
    }

    It 'is nothing, and no error, where <What>' -ForEach @(
        @{ What = 'the token is refused'; Connect = {
            $null = Connect-McAccount -AccessToken (ConvertTo-SecureString x -AsPlainText) -RestBaseUri $sandbox.Uri } }
        @{ What = 'the connection was closed'; Connect = { (Connect-McAccount -Sandbox $sandbox).Dispose() } }
        @{ What = 'there is no connection'; Connect = { Get-McConnection | Disconnect-McAccount } }
        @{ What = 'the service does not respond'; Connect = {
            $token = ConvertTo-SecureString x -AsPlainText
            $null = Connect-McAccount -AccessToken $token -RestBaseUri "http://$($silent.LocalEndpoint)/" } }
    ) {
        $silent = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $silent.Start()
        $Error.Clear()
        try {
            . $Connect
            Get-Completion 'Send-McEmail -DefinitionKey w|' | Should -BeNullOrEmpty
            $Error | Should -BeNullOrEmpty
        }
        finally {
            $silent.Stop()
            $null = Connect-McAccount -Sandbox $sandbox
        }
    }
}

Describe 'Completion of what is always the same' {
    It '<Line>' -ForEach @(
        @{ Line = 'Get-McErrorInfo 10910|'; Texts = 109101..109109 }
        @{ Line = 'Get-McErrorInfo validation_toom|'; Texts = "'Validation_TooManySubscribers'" }
        @{ Line = 'Get-McErrorInfo CouldNotC|'; Texts = 'CouldNotConnect' }
        @{ Line = 'Get-McSendDefinition Email -Status |'; Texts = 'Active', 'Deleted', 'Inactive' }
        @{ Line = 'Set-McSendDefinition Email a -Status |'; Texts = 'Active', 'Inactive' }
        @{ Line = 'Get-McMessageStatus -Channel |'; Texts = 'Email', 'Sms' }
        @{ Line = 'Get-McNotSentMessage |'; Texts = 'Email', 'Sms' }
    ) {
        (Get-Completion $Line).CompletionText | Should -Be $Texts
    }
}

Describe 'Completion of the fields of a definition' {
    It 'offers what every new definition needs, then what one of either channel needs' {
        $line = 'New-McSendDefinition Sms x -'
        $texts = (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText
        $texts[0] | Should -Be '-Name'
        $texts | Where-Object { $_ -in '-Message', '-ShortCode', '-Keyword', '-CustomerKey', '-List', '-Cc' } |
            Should -Be '-Message', '-ShortCode', '-Keyword', '-CustomerKey', '-List', '-Cc'
    }
}

Describe 'Completion of faults' {
    It '<Line>' -ForEach @(
        @{ Line = 'Start-McSandbox -Fault http42|'; Texts = '@{ http429 = 0.1 }' }
        @{ Line = 'Set-McSandboxFault -Fault late|'; Texts = '@{ latencyMs = 1 }' }
    ) {
        @((Get-Completion $Line).CompletionText) | Should -Be @($Texts)
    }

    It 'offers faults that a sandbox takes' {
        $sandbox = Start-McSandbox
        try {
            $texts = (Get-Completion 'Set-McSandboxFault -Fault |').CompletionText
            $texts.Count | Should -BeGreaterThan 10
            $texts | ForEach-Object { Set-McSandboxFault (Invoke-Expression $_) }
        }
        finally {
            $sandbox.Stop()
        }
    }
}
