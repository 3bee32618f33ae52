param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Stop-McSandbox' {
    BeforeEach {
        $sandbox = Connect-Sandbox
    }

    AfterEach {
        Stop-EverySandbox
    }

    It 'stops the one started last, and then there is none' {
        Stop-McSandbox
        $sandbox.IsRunning | Should -BeFalse
        (Get-TerminatingError { Stop-McSandbox }).FullyQualifiedErrorId | Should -BeLike 'NoSandbox,*'
    }

    It 'takes a sandbox by position or by name' {
        $other = Start-McSandbox
        Stop-McSandbox $sandbox
        $sandbox.IsRunning | Should -BeFalse
        $other.IsRunning | Should -BeTrue
        Stop-McSandbox -Sandbox $other
        $other.IsRunning | Should -BeFalse
    }
}
