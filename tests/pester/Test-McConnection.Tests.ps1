param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Start-McSandbox
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Test-McConnection' {
    AfterEach {
        Get-McConnection | Disconnect-McAccount
    }

    It 'is true for a connection that works: <How>' -ForEach @(
        @{ How = 'the current one'; Test = { Test-McConnection } }
        @{ How = 'by name'; Test = { Test-McConnection Default } }
        @{ How = 'by object'; Test = { Test-McConnection -Connection (Get-McConnection Default) } }
        @{ How = 'from the pipeline'; Test = { Get-McConnection | Test-McConnection } }
    ) {
        $null = Connect-McAccount -Sandbox $sandbox
        & $Test | Should -BeTrue
    }

    It 'tells in detail what it found' {
        $null = Connect-McAccount -Sandbox $sandbox
        $findings = Test-McConnection -Detailed
        $findings | Should -BeOfType McMessaging.ConnectionTestResult
        $findings.Success, $findings.TokenValid, $findings.RestReachable | Should -Be $true, $true, $true
        $findings.AccountId | Should -BeGreaterThan 0
        $findings.Scope | Should -Contain 'email_send'
        $findings.Latency | Should -BeGreaterThan ([timespan]::Zero)
        $findings.ErrorId | Should -BeNullOrEmpty
    }

    It 'is false, without error, for <What>' -ForEach @(
        @{ What = 'no connection'; Connect = { } }
        @{ What = 'a refused token'; Connect = {
            $null = Connect-McAccount -AccessToken (ConvertTo-SecureString x -AsPlainText) -RestBaseUri $sandbox.Uri } }
        @{ What = 'a service that is gone'; Connect = {
            $other = Start-McSandbox
            $null = Connect-McAccount -Sandbox $other
            $other.Stop() } }
        @{ What = 'a connection that was closed'; Connect = { (Connect-McAccount -Sandbox $sandbox).Dispose() } }
    ) {
        . $Connect
        Test-McConnection -ErrorVariable problems -WarningVariable reasons -WarningAction SilentlyContinue |
            Should -BeFalse
        $problems | Should -BeNullOrEmpty
        $reasons | Should -HaveCount 1
        $reasons[0].Message | Should -Not -BeNullOrEmpty
    }

    It 'says in detail why it is false' {
        $token = ConvertTo-SecureString x -AsPlainText
        $null = Connect-McAccount -AccessToken $token -RestBaseUri $sandbox.Uri
        $findings = Test-McConnection -Detailed
        $findings.Success, $findings.TokenValid, $findings.RestReachable | Should -Be $false, $false, $true
        $findings.ErrorId, $findings.HttpStatus | Should -Be 'AuthenticationFailed', 401
        $findings.RecommendedAction | Should -Not -BeNullOrEmpty
        Test-McConnection 3>&1 | Out-String | Should -BeLike '*Connect again*'
    }

    It 'has no details of a connection that is not there' {
        (Get-TerminatingError { Test-McConnection -Detailed }).FullyQualifiedErrorId | Should -BeLike 'NoConnection,*'
    }

    It 'tells whether a definition can be sent with: <Status>, <Channel>' -ForEach @(
        @{ Status = 'Active'; Channel = 'Email'; Usable = $true; ErrorId = $null }
        @{ Status = 'Inactive'; Channel = 'Email'; Usable = $false; ErrorId = 'DefinitionNotActive' }
        @{ Status = 'Active'; Channel = 'Sms'; Usable = $false; ErrorId = 'NotFound' }
    ) {
        $strict = Connect-Sandbox -StrictDefinition
        $null = New-EmailDefinition welcome -Status $Status
        $asked = @{ DefinitionKey = 'welcome'; Channel = $Channel; WarningAction = 'SilentlyContinue' }
        Test-McConnection @asked -WarningVariable reasons | Should -Be $Usable
        [bool] $reasons | Should -Be (-not $Usable)
        $findings = Test-McConnection @asked -Detailed
        $findings.DefinitionUsable, $findings.ErrorId | Should -Be $Usable, $ErrorId
        $findings.TokenValid | Should -BeTrue
        $strict.Stop()
    }

    It 'needs the key and the channel together' {
        $set = (Get-Command Test-McConnection).ParameterSets | Where-Object Name -EQ Definition
        ($set.Parameters | Where-Object IsMandatory).Name | Sort-Object | Should -Be Channel, DefinitionKey
    }
}
