param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Start-McSandbox
    'north', 'south' | ForEach-Object { $null = Connect-McAccount -Sandbox $sandbox -Name $_ }
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Select-McConnection' {
    It 'makes a connection current: <How>' -ForEach @(
        @{ How = 'by name'; Select = { Select-McConnection NORTH } }
        @{ How = 'from the pipeline'; Select = { Get-McConnection north | Select-McConnection } }
    ) {
        & $Select | Should -BeNullOrEmpty
        (Test-McConnection -Detailed).Name | Should -Be 'north'
        Select-McConnection south
    }

    It 'emits it where it is asked to' {
        (Select-McConnection south -PassThru).Name | Should -Be 'south'
    }

    It 'has an error for a name that is unknown, and the current one stays' {
        Select-McConnection nowhere -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ConnectionNotFound,*'
        (Test-McConnection -Detailed).Name | Should -Be 'south'
    }

    It 'completes names' {
        $line = 'Select-McConnection n'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'north'
    }
}
