param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Start-McSandbox
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Disconnect-McAccount' {
    BeforeEach {
        $north = Connect-McAccount -Sandbox $sandbox -Name north
        $south = Connect-McAccount -Sandbox $sandbox -Name "south's"
    }

    AfterEach {
        Get-McConnection | Disconnect-McAccount
    }

    It 'ends connections by name, by object and by default' {
        Disconnect-McAccount -Name north
        (Get-McConnection).Name | Should -Be "south's"
        Disconnect-McAccount
        Get-McConnection | Should -BeNullOrEmpty
        { Disconnect-McAccount -Connection $north } | Should -Not -Throw
    }

    It 'makes the connection current that was so before' {
        $null = Connect-McAccount -Sandbox $sandbox -Name east
        Select-McConnection north
        Disconnect-McAccount
        (Test-McConnection -Detailed).Name | Should -Be 'east'
        Disconnect-McAccount -Name "south's"
        (Test-McConnection -Detailed).Name | Should -Be 'east'
        Disconnect-McAccount
        Get-McConnection | Should -BeNullOrEmpty
    }

    It 'ends nothing with -WhatIf' {
        Disconnect-McAccount -WhatIf
        @(Get-McConnection).Count | Should -Be 2
    }

    It 'leaves a connection that no cmdlet takes' {
        $south | Disconnect-McAccount
        $problem = Get-TerminatingError { New-Row 1 | Send-McEmail welcome -Connection $south -ErrorAction Stop }
        $problem.Exception.Message | Should -BeLike '*disconnected*'
    }
}

Describe 'Disconnect-McAccount without a connection' {
    It 'has an error' {
        (Get-TerminatingError { Disconnect-McAccount -ErrorAction Stop }).FullyQualifiedErrorId |
            Should -BeLike 'NoConnection,*'
    }
}
