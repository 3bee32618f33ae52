param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Clear-McSendQueue' {
    BeforeAll {
        $sandbox = Connect-PromptSandbox -StrictDefinition
        $null = New-EmailDefinition running
        'paused', 'empty' | ForEach-Object { $null = New-EmailDefinition $_ -Status Inactive }
        $null = New-Row 3 | Send-McEmail paused
    }

    AfterAll {
        $sandbox.Stop()
    }

    It 'has an error for a key that is unknown, and goes on' {
        $problems = Clear-McSendQueue Email nowhere, empty -Force 2>&1 |
            Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $problems[0].TargetObject | Should -Be 'nowhere'
    }

    It 'clears nothing while the definition is active' {
        Clear-McSendQueue Email running -Force -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -Be 'RequestRejected,McMessaging.Commands.ClearMcSendQueueCommand'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike '*inactive*'
    }

    It 'clears it: what waited is not sent' {
        Clear-McSendQueue Email paused -Force | Should -BeNullOrEmpty
        (Get-McSendQueue Email paused).psobject.Properties['Count'].Value | Should -Be 0
        @(Get-McNotSentMessage Email).Count | Should -Be 3
    }

    It 'takes definitions from the pipeline' {
        $null = New-Row 2 -First 10 | Send-McEmail paused
        Get-McSendDefinition Email -Status Inactive | Clear-McSendQueue -Force
        (Get-McSendQueue Email paused).psobject.Properties['Count'].Value | Should -Be 0
    }
}
