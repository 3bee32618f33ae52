param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'A send in a pipeline' {
    BeforeEach {
        $sandbox = Connect-Sandbox
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'gives results while it still reads, and reads no further than its window' {
        $read = [System.Collections.Generic.List[int]]::new()
        $written = [System.Collections.Generic.List[object]]::new()
        $farthest = 0
        1..1000 | ForEach-Object {
            $read.Add($_)
            $farthest = [Math]::Max($farthest, $read.Count - $written.Count)
            @{ ContactKey = "C-$_"; To = "c$_@example.com" }
        } | Send-McEmail welcome -BatchSize 10 -ThrottleLimit 1 | ForEach-Object { $written.Add($_) }

        $written.Count | Should -Be 1000
        $farthest | Should -BeLessThan 100
    }

    It 'keeps the input order when responses come in another order' {
        Set-McSandboxFault @{ http503 = 0.3; retryAfter = 0 }
        $results = New-Row 200 | Send-McEmail welcome -BatchSize 10 -ThrottleLimit 20 -MaxRetryCount 20
        $results.ContactKey | Should -Be (1..200 | ForEach-Object { "C-$_" })
    }

    It 'ends early, without error, when nobody wants more results' {
        $read = [System.Collections.Generic.List[int]]::new()
        $results = 1..100000 | ForEach-Object { $read.Add($_); @{ ContactKey = "C-$_"; To = "c$_@example.com" } } |
            Send-McEmail welcome -BatchSize 10 -ThrottleLimit 2 -ErrorVariable problems |
            Select-Object -First 3
        $results.ContactKey | Should -Be 'C-1', 'C-2', 'C-3'
        $problems | Should -BeNullOrEmpty
        $read.Count | Should -BeLessThan 1000
        (New-Row 1 -First 200000 | Send-McEmail welcome).Outcome | Should -Be 'Accepted'
    }

    It 'passes on what a later command throws, as it was' {
        $problem = Get-TerminatingError {
            New-Row 100 | Send-McEmail welcome -BatchSize 10 |
                ForEach-Object { throw [System.FormatException]::new('later') }
        }
        $problem.Exception | Should -BeOfType FormatException
        (New-Row 1 -First 1000 | Send-McEmail welcome).Outcome | Should -Be 'Accepted'
    }

    It 'passes on what an earlier command throws, and frees its journal' {
        $journal = Join-Path $TestDrive 'earlier.jsonl'
        $problem = Get-TerminatingError {
            New-Row 100 |
                ForEach-Object { if ($_.ContactKey -eq 'C-50') { throw [FormatException]::new('earlier') }; $_ } |
                Send-McEmail welcome -BatchSize 10 -JournalPath $journal
        }
        $problem.Exception | Should -BeOfType FormatException
        $results = New-Row 100 | Send-McEmail welcome -JournalPath $journal
        $results.Count | Should -Be 100
        $sandbox.Counters.EmailAccepted | Should -Be 100
    }
}
