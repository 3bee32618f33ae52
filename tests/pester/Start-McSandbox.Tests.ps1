param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Start-McSandbox' {
    AfterEach {
        Stop-EverySandbox
    }

    It 'takes a free port by itself' {
        (Start-McSandbox).Uri.IsLoopback | Should -BeTrue
    }

    It 'takes the client id and the secret it is given' {
        $secret = ConvertTo-SecureString 'given-secret' -AsPlainText
        $sandbox = Start-McSandbox -ClientId 'given-id' -ClientSecret $secret
        $credential = [pscredential]::new('given-id', $secret)
        (Connect-McAccount -AuthBaseUri $sandbox.Uri -Credential $credential).ClientId | Should -Be 'given-id'
    }

    It 'says which port is taken' {
        $port = (Start-McSandbox).Uri.Port
        $problem = Get-TerminatingError { Start-McSandbox -Port $port }
        $problem.FullyQualifiedErrorId | Should -BeLike 'SandboxNotStarted,*'
        $problem.Exception.Message | Should -BeLike "*$port*"
    }

    It 'names the faults there are when one is unknown' {
        $problem = Get-TerminatingError { Start-McSandbox -Fault @{ earthquake = 1 } }
        $problem.FullyQualifiedErrorId | Should -BeLike 'UnusableFault,*'
        $problem.Exception.Message | Should -BeLike '*http500*'
    }

    It 'starts nothing with -WhatIf' {
        Start-McSandbox -WhatIf | Should -BeNullOrEmpty
        Get-TerminatingError { Get-McSandboxMessage } | Should -Not -BeNullOrEmpty
    }
}
