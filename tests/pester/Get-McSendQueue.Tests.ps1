param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Get-McSendQueue' {
    BeforeAll {
        $sandbox = Connect-PromptSandbox -StrictDefinition
        $null = New-EmailDefinition running
        'paused', 'empty' | ForEach-Object { $null = New-EmailDefinition $_ -Status Inactive }
        $null = New-Row 3 | Send-McEmail paused
    }

    AfterAll {
        $sandbox.Stop()
    }

    It 'tells what waits: <How>' -ForEach @(
        @{ How = 'by key'; Ask = { Get-McSendQueue Email running, paused } }
        @{ How = 'of definitions'; Ask = { Get-McSendDefinition Email [pr]* | Get-McSendQueue } }
    ) {
        $queues = & $Ask
        $queues | Should -BeOfType McMessaging.SendQueueMetrics
        $queues.DefinitionKey | Should -Be 'running', 'paused'
        $queues.Count | Should -Be 2
        $queues[0].psobject.Properties['Count'].Value | Should -Be 0
        $queues[1].psobject.Properties['Count'].Value | Should -Be 3
        $queues[1].Age | Should -BeOfType timespan
    }

    It 'has an error for a key that is unknown, and goes on' {
        $problems = Get-McSendQueue Email nowhere, paused 2>&1 |
            Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $problems[0].TargetObject | Should -Be 'nowhere'
    }
}
