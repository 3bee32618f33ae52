param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Clear-McSandboxMessage' {
    BeforeEach {
        $sandbox = Connect-PromptSandbox
        $null = New-Row 3 | Send-McEmail welcome
        $sandbox.SetFaults([McMessaging.SandboxFaults]::Parse([string[]] 'slow=0.5'))
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'forgets messages, keys, counters and faults' {
        $sandbox.MoveClock('1:00:00')
        $given = [pscustomobject]@{ ContactKey = 'ada'; Email = 'ada@example.com'; MessageKey = 'given' }
        $null = $given | Send-McEmail welcome

        $sandbox | Clear-McSandboxMessage

        @($sandbox | Get-McSandboxMessage).Count | Should -Be 0
        $sandbox.Counters.Requests | Should -Be 0
        $sandbox.Faults.Slow | Should -Be 0
        $sandbox.Now | Should -BeLessThan ([datetimeoffset]::UtcNow.AddMinutes(30))
        ($given | Send-McEmail welcome).Outcome | Should -Be Accepted
    }

    It 'clears nothing with -WhatIf' {
        Clear-McSandboxMessage $sandbox -WhatIf

        @($sandbox | Get-McSandboxMessage).Count | Should -Be 3
    }
}
