param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Start-McSandbox
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Get-McConnection' {
    BeforeEach {
        $north = Connect-McAccount -Sandbox $sandbox -Name north
        $south = Connect-McAccount -Sandbox $sandbox -Name "south's"
    }

    AfterEach {
        Get-McConnection | Disconnect-McAccount
    }

    It 'lists connections by name' {
        (Get-McConnection).Name | Should -Be 'north', "south's"
        (Get-McConnection N*).Name | Should -Be 'north'
    }

    It 'has an error for a name that is unknown, not for a pattern that finds none' {
        Get-McConnection none* -ErrorAction Stop | Should -BeNullOrEmpty
        (Get-TerminatingError { Get-McConnection none -ErrorAction Stop }).FullyQualifiedErrorId |
            Should -BeLike 'ConnectionNotFound,*'
    }

    It 'completes names, with quotes where they need them' {
        $line = 'Get-McConnection -Name s'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'south''s'"
        $line = 'Send-McEmail welcome -Connection n'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'north'
    }

    It 'lists those of its runspace' {
        $other = [powershell]::Create()
        try {
            $null = $other.AddScript("Import-Module '$ModulePath'; Get-McConnection").Invoke()
            $other.Streams.Error | Should -BeNullOrEmpty
            $other.Commands.Clear()
            @($other.AddCommand('Get-McConnection').Invoke()).Count | Should -Be 0
        }
        finally {
            $other.Dispose()
        }
    }
}
