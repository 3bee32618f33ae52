param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    . $PSScriptRoot/AnsweringHost.ps1

    # What the journal holds must be what the service took, and nothing may be left open.
    function Test-Journal {
        $held = Get-McSendJournal $journal
        $held.InFlight | Should -Be 0
        $held.Accepted | Should -Be $sandbox.Counters.EmailAccepted
    }

    function Get-HostLine {
        param([string] $Script)
        $answering = [AnsweringHost]::new(@(), [System.Collections.Generic.List[string]]::new())
        $runspace = [runspacefactory]::CreateRunspace($answering, [initialsessionstate]::CreateDefault2())
        $runspace.Open()
        $runspace.SessionStateProxy.SetVariable('sandbox', $sandbox)
        $shell = [powershell]::Create($runspace)
        try {
            $rows = "function New-Row { ${function:New-Row} }"
            $connect = "Import-Module '$ModulePath'; `$null = Connect-McAccount -Sandbox `$sandbox"
            $null = $shell.AddScript("$connect; $rows; $Script").Invoke()
            $answering.Interface.Lines
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
        }
    }
}

Describe 'A send that ends early' {
    BeforeEach {
        $sandbox = Connect-Sandbox @{ latencyMs = 200 }
        $journal = Join-Path $TestDrive "$(New-Guid).jsonl"
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'finishes and journals what is in flight, and begins nothing new, behind Select-Object -First' {
        $results = New-Row 10000 |
            Send-McEmail welcome -BatchSize 10 -JournalPath $journal -ErrorVariable problems |
            Select-Object -First 3
        $results.ContactKey | Should -Be 'C-1', 'C-2', 'C-3'
        $problems | Should -BeNullOrEmpty
        $sandbox.Counters.EmailAccepted | Should -BeLessThan 1000
        Test-Journal
    }

    It 'finishes and journals what is in flight when a later command fails' {
        $problem = Get-TerminatingError {
            New-Row 10000 | Send-McEmail welcome -BatchSize 10 -JournalPath $journal |
                ForEach-Object { throw [FormatException]::new('later') }
        }
        $problem.Exception | Should -BeOfType FormatException
        Test-Journal
    }

    It 'finishes and journals what is in flight when an earlier command fails' {
        $problem = Get-TerminatingError {
            New-Row 100 |
                ForEach-Object { if ($_.ContactKey -eq 'C-50') { throw [FormatException]::new('earlier') }; $_ } |
                Send-McEmail welcome -BatchSize 10 -JournalPath $journal
        }
        $problem.Exception | Should -BeOfType FormatException
        Test-Journal
    }

    It 'tells on the host what was sent, and the run id to go on with, when it is stopped by <By>' -ForEach @(
        @{ By = 'Select-Object -First'; Before = '$_'; After = 'Select-Object -First 3' }
        @{ By = 'a later command that fails'; Before = '$_'; After = 'ForEach-Object { throw "later" }' }
        @{ By = 'an earlier command that fails'; After = 'Out-Null'
            Before = 'if ($_.ContactKey -eq "C-50") { throw "earlier" }; $_' }
    ) {
        $sandbox.SetFaults([McMessaging.SandboxFaults]::new())
        $send = "New-Row 100 | ForEach-Object { $Before } | Send-McEmail welcome -BatchSize 10 -ThrottleLimit 1"
        $told = @(Get-HostLine "try { $send | $After } catch { }")
        $told | Should -HaveCount 1
        $told[0] | Should -Match '^Send-McEmail was stopped: \d+ accepted'
        $run = [regex]::Match($told[0], "-RunId '(\w+)'").Groups[1].Value
        $results = New-Row 100 | Send-McEmail welcome -RunId $run
        $results.Count | Should -Be 100
        $sandbox.Counters.EmailAccepted | Should -Be 100
    }

    It 'tells nothing on the host when all was sent and fewer results were wanted, or an error told it' {
        Get-HostLine 'New-Row 10 | Send-McEmail welcome | Select-Object -First 3' | Should -BeNullOrEmpty
        Get-HostLine 'try { @{ To = "x" } | Send-McEmail welcome -ErrorAction Stop } catch { }' | Should -BeNullOrEmpty
    }

    It 'gives every result when a verbose line ends it' {
        $VerbosePreference = 'Stop'
        $results = try {
            New-Row 100 | Send-McEmail welcome -BatchSize 10 -JournalPath $journal
        }
        catch {
            $problem = $_
        }
        $problem | Should -Not -BeNullOrEmpty
        $VerbosePreference = 'SilentlyContinue'
        $sandbox.Counters.EmailAccepted | Should -BeGreaterThan 0
        @($results | Where-Object Outcome -eq Accepted).Count | Should -Be $sandbox.Counters.EmailAccepted
        Test-Journal
    }

    It 'gives every result when an input list fails in the middle' {
        $list = [System.Linq.Enumerable]::Select(
            [int[]](1..100),
            [Func[int, object]] {
                param($number)
                if ($number -eq 50) { throw [FormatException]::new('list') }
                @{ ContactKey = "C-$number"; To = "c$number@example.com" }
            })
        $results = try {
            Send-McEmail welcome -InputObject $list -BatchSize 10 -JournalPath $journal
        }
        catch {
            $problem = $_
        }
        $problem | Should -Not -BeNullOrEmpty
        $results.Count | Should -Be 49
        Test-Journal
    }

    It 'still hears Ctrl+C while it finishes what is in flight' {
        $started = Start-Script {
            $null = Connect-McAccount -Sandbox $sandbox
            1..1000 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } } |
                Send-McEmail welcome -BatchSize 10 -ThrottleLimit 1 -TimeoutSec 3600 |
                ForEach-Object {
                    $sandbox.SetFaults([McMessaging.SandboxFaults]@{ HangBefore = 1 })
                    while (-not $sandbox.Counters.Faults['hangBefore']) { Start-Sleep -Milliseconds 20 }
                    $null = $hanging.Set()
                    $_
                } |
                Select-Object -First 1
        } @{ sandbox = $sandbox; hanging = ($hanging = [System.Threading.ManualResetEvent]::new($false)) }
        Wait-Signal $hanging | Should -BeTrue
        $stopping = $started.Shell.BeginStop($null, $null)
        Wait-Signal $stopping.AsyncWaitHandle | Should -BeTrue
    }
}
