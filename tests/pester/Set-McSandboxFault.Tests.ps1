param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Set-McSandboxFault' {
    BeforeEach {
        $sandbox = Connect-Sandbox
    }

    AfterEach {
        Stop-EverySandbox
    }

    It 'replaces the faults' {
        Set-McSandboxFault @{ http500 = 1; latencyMs = 1 }
        $sandbox.Faults.Http500 | Should -Be 1
        Set-McSandboxFault @{}
        $sandbox.Faults.Http500 | Should -Be 0
    }

    It 'keeps the faults with -WhatIf' {
        Set-McSandboxFault @{ http500 = 1 } -WhatIf
        $sandbox.Faults.Http500 | Should -Be 0
    }

    It 'takes a sandbox by position, by name or from the pipeline' {
        $other = Start-McSandbox
        Set-McSandboxFault $sandbox @{ http500 = 1 }
        $sandbox.Faults.Http500 | Should -Be 1
        Set-McSandboxFault @{} -Sandbox $sandbox
        $sandbox.Faults.Http500 | Should -Be 0
        $sandbox | Set-McSandboxFault @{ http500 = 1 }
        $sandbox.Faults.Http500 | Should -Be 1
        $other.Faults.Http500 | Should -Be 0
    }
}
