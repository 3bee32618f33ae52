param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-PromptSandbox
}

AfterAll {
    $sandbox.Stop()
}

Describe 'The queue of a definition' {
    BeforeAll {
        $null = New-EmailDefinition running
        'paused', 'empty' | ForEach-Object { $null = New-EmailDefinition $_ -Status Inactive }
        $null = New-Row 3 | Send-McEmail paused
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

    It 'has an error for a key that is unknown, and goes on: <Name>' -ForEach @(
        @{ Name = 'Get'; Do = { Get-McSendQueue Email nowhere, paused } }
        @{ Name = 'Clear'; Do = { Clear-McSendQueue Email nowhere, empty } }
    ) {
        $problems = & $Do 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $problems[0].TargetObject | Should -Be 'nowhere'
    }

    It 'is not cleared while the definition is active' {
        Clear-McSendQueue Email running -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -Be 'RequestRejected,McMessaging.Commands.ClearMcSendQueueCommand'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike '*inactive*'
    }

    It 'is cleared: what waited is not sent' {
        Clear-McSendQueue Email paused | Should -BeNullOrEmpty
        (Get-McSendQueue Email paused).psobject.Properties['Count'].Value | Should -Be 0
        @(Get-McNotSentMessage Email).Count | Should -Be 3
    }

    It 'is cleared for definitions from the pipeline' {
        $null = New-Row 2 -First 10 | Send-McEmail paused
        Get-McSendDefinition Email -Status Inactive | Clear-McSendQueue
        (Get-McSendQueue Email paused).psobject.Properties['Count'].Value | Should -Be 0
    }
}
