param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Get-McSendDefinition' {
    BeforeEach {
        $sandbox = Connect-PromptSandbox -StrictDefinition
        1..60 | ForEach-Object { $null = New-EmailDefinition "order_$_" }
        $null = New-EmailDefinition welcome -Status Inactive
        $null = New-McSendDefinition Sms code -Name Code -Message Hi `
            -ShortCode 1 -CountryCode '' -Keyword CODE
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'lists all of a channel, over several pages' {
        @(Get-McSendDefinition Email).Count | Should -Be 61
        (Get-McSendDefinition -Channel Sms).DefinitionKey | Should -Be 'code'
    }

    It 'gets those that fit a pattern' {
        (Get-McSendDefinition Email order_5?).Count | Should -Be 10
        (Get-McSendDefinition Email W*, order_1).DefinitionKey | Should -Be 'welcome', 'order_1'
        Get-McSendDefinition Email nothing* -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'gets those with a status' {
        (Get-McSendDefinition Email -Status Inactive).DefinitionKey | Should -Be 'welcome'
        (Get-McSendDefinition Email welcome -Status Inactive).DefinitionKey | Should -Be 'welcome'
        Get-McSendDefinition Email welcome -Status Active | Should -BeNullOrEmpty
        Remove-McSendDefinition Email welcome -Force
        (Get-McSendDefinition Email -Status Deleted).Name | Should -Be 'Name of welcome'
        @(Get-McSendDefinition Email).Count | Should -Be 60
    }

    It 'gets all fields of what a list found' {
        (Get-McSendDefinition Email w*).CustomerKey | Should -BeNullOrEmpty
        (Get-McSendDefinition Email w* | Get-McSendDefinition).CustomerKey | Should -Be 'asset'
    }

    It 'gets the definitions of a send''s results' {
        (New-Row 1 | Send-McEmail welcome | Get-McSendDefinition).Name | Should -Be 'Name of welcome'
    }

    It 'has an error for a key that is unknown, and goes on' {
        $found = Get-McSendDefinition Email nowhere, welcome -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.DefinitionKey | Should -Be 'welcome'
        $problems[0].FullyQualifiedErrorId | Should -Be 'NotFound,McMessaging.Commands.GetMcSendDefinitionCommand'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problems[0].TargetObject | Should -Be 'nowhere'
    }
}
