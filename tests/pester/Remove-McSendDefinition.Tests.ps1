param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Remove-McSendDefinition' {
    BeforeEach {
        $sandbox = Connect-PromptSandbox -StrictDefinition
        'welcome', 'farewell', 'order' | ForEach-Object { $null = New-EmailDefinition $_ }
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'deletes by key and from the pipeline' {
        Remove-McSendDefinition Email order -Force | Should -BeNullOrEmpty
        Get-McSendDefinition Email w* | Remove-McSendDefinition -Force
        (Get-McSendDefinition Email).DefinitionKey | Should -Be 'farewell'
    }

    It 'has an error for a key that is unknown, and goes on' {
        Remove-McSendDefinition Email nowhere, order -Force -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*.RemoveMcSendDefinitionCommand'
        $problems[0].TargetObject | Should -Be 'nowhere'
        @(Get-McSendDefinition Email).Count | Should -Be 2
    }

    It 'takes no pattern: a typing error must not delete' {
        Remove-McSendDefinition Email * -Force -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        @(Get-McSendDefinition Email).Count | Should -Be 3
    }
}
