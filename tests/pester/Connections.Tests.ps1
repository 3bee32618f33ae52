param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Start-McSandbox
}

AfterAll {
    $sandbox.Stop()
}

Describe 'The connections of a session' {
    BeforeEach {
        $north = Connect-McAccount -Sandbox $sandbox -Name north
        $south = Connect-McAccount -Sandbox $sandbox -Name "south's"
    }

    AfterEach {
        Get-McConnection | Disconnect-McAccount
    }

    It 'are listed by name' {
        (Get-McConnection).Name | Should -Be 'north', "south's"
        (Get-McConnection N*).Name | Should -Be 'north'
    }

    It 'are an error when a name is unknown, not when a pattern finds none' {
        Get-McConnection none* -ErrorAction Stop | Should -BeNullOrEmpty
        (Get-TerminatingError { Get-McConnection none -ErrorAction Stop }).FullyQualifiedErrorId |
            Should -BeLike 'ConnectionNotFound,*'
    }

    It 'are given by name' {
        (New-Row 1 | Send-McEmail welcome -Connection NORTH).Outcome | Should -Be 'Accepted'
    }

    It 'are given as objects' {
        (New-Row 1 | Send-McEmail welcome -Connection $north).Outcome | Should -Be 'Accepted'
    }

    It 'cannot be given by an unknown name' {
        $problem = Get-TerminatingError { New-Row 1 | Send-McEmail welcome -Connection nowhere }
        $problem.Exception.Message | Should -BeLike "*no connection named 'nowhere'*Connect-McAccount*"
    }

    It 'cannot be given as null, which would mean another account' {
        $problem = Get-TerminatingError { New-Row 1 | Send-McEmail welcome -Connection $null }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
    }

    It 'end by name, by object and by default' {
        Disconnect-McAccount -Name north
        (Get-McConnection).Name | Should -Be "south's"
        Disconnect-McAccount
        Get-McConnection | Should -BeNullOrEmpty
        { Disconnect-McAccount -Connection $north } | Should -Not -Throw
    }

    It 'stay with -WhatIf' {
        Disconnect-McAccount -WhatIf
        @(Get-McConnection).Count | Should -Be 2
    }

    It 'are of no use once they ended' {
        $south | Disconnect-McAccount
        $problem = Get-TerminatingError { New-Row 1 | Send-McEmail welcome -Connection $south -ErrorAction Stop }
        $problem.Exception.Message | Should -BeLike '*disconnected*'
    }

    It 'complete with quotes where a name needs them' {
        $line = 'Get-McConnection -Name s'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'south''s'"
        $line = 'Send-McEmail welcome -Connection n'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'north'
    }

    It 'are those of one runspace' {
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

Describe 'A session without connection' {
    It 'says how to connect' {
        $problem = Get-TerminatingError { New-Row 1 | Send-McEmail welcome }
        $problem.FullyQualifiedErrorId | Should -BeLike 'NoConnection,*'
        $problem.ErrorDetails.RecommendedAction | Should -BeLike '*Connect-McAccount*'
    }

    It 'has nothing to disconnect' {
        (Get-TerminatingError { Disconnect-McAccount -ErrorAction Stop }).FullyQualifiedErrorId |
            Should -BeLike 'NoConnection,*'
    }
}

Describe 'A connection in other runspaces and processes' {
    BeforeAll {
        $connection = Connect-McAccount -Sandbox $sandbox
    }

    AfterAll {
        Disconnect-McAccount
    }

    It 'is shared by Start-ThreadJob' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $job = Start-ThreadJob {
            Import-Module $using:ModulePath
            @{ ContactKey = 'T-1'; To = 't@example.com' } | Send-McEmail welcome -Connection $using:connection
        }
        (Receive-Job $job -Wait -AutoRemoveJob).Outcome | Should -Be 'Accepted'
    }

    It 'is shared by ForEach-Object -Parallel' {
        $results = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:ModulePath
            $rows = foreach ($number in 1..25) { @{ ContactKey = "P-$_-$number"; To = "p$number@example.com" } }
            $rows | Send-McEmail welcome -Connection $using:connection
        }
        $results.Count | Should -Be 100
        $results.Outcome | Select-Object -Unique | Should -Be 'Accepted'
        @($results.MessageKey | Select-Object -Unique).Count | Should -Be 100
    }

    It 'is a copy without token in a job, and the error says what to do' {
        $job = Start-Job {
            Import-Module $using:ModulePath
            @{ ContactKey = 'J-1' } | Send-McEmail welcome -Connection $using:connection
        }
        $problem = Get-TerminatingError { $job | Receive-Job -Wait -AutoRemoveJob -ErrorAction Stop }
        $problem.Exception.Message | Should -BeLike '*copy from another process*Connect-McAccount inside the job*'
    }
}
