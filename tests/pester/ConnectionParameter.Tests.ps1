param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Start-McSandbox
}

AfterAll {
    $sandbox.Stop()
}

Describe 'The parameter -Connection' {
    BeforeEach {
        $north = Connect-McAccount -Sandbox $sandbox -Name north
        $south = Connect-McAccount -Sandbox $sandbox -Name "south's"
    }

    AfterEach {
        Get-McConnection | Disconnect-McAccount
    }

    It 'takes a name' {
        (New-Row 1 | Send-McEmail welcome -Connection NORTH).Outcome | Should -Be 'Accepted'
    }

    It 'takes a connection' {
        (New-Row 1 | Send-McEmail welcome -Connection $north).Outcome | Should -Be 'Accepted'
    }

    It 'takes no unknown name' {
        $problem = Get-TerminatingError { New-Row 1 | Send-McEmail welcome -Connection nowhere }
        $problem.Exception.Message | Should -BeLike "*no connection named 'nowhere'*Connect-McAccount*"
    }

    It 'takes no null, which would mean another account' {
        $problem = Get-TerminatingError { New-Row 1 | Send-McEmail welcome -Connection $null }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
    }
}

Describe 'A session without connection' {
    It 'says how to connect' {
        $problem = Get-TerminatingError { New-Row 1 | Send-McEmail welcome }
        $problem.FullyQualifiedErrorId | Should -BeLike 'NoConnection,*'
        $problem.ErrorDetails.RecommendedAction | Should -BeLike '*Connect-McAccount*'
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
