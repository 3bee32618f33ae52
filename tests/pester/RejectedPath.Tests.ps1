param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    . $PSScriptRoot/AnsweringHost.ps1
    $script:number = 0
    $columns = 'McOutcome', 'McErrorCode', 'McErrorName', 'McMessage', 'McAdvice', 'McMessageKey', 'McSentAt'

    function New-Path {
        param([string] $Extension = 'csv')
        Join-Path $TestDrive "rejected-$((++$script:number)).$Extension"
    }

    # The address is no address, so that a row is rejected.
    function New-BadRow {
        param([hashtable] $Property)
        $row = [ordered]@{ ContactKey = 'B'; Email = 'nobody' }
        $Property.GetEnumerator() | ForEach-Object { $row[$_.Key] = $_.Value }
        [pscustomobject] $row
    }
}

Describe '-RejectedPath' {
    BeforeEach {
        $sandbox = Connect-Sandbox
        $path = New-Path
    }

    AfterEach {
        $sandbox.Stop()
    }

    Context 'of <Send>' -ForEach @(
        @{ Send = { $input | Send-McEmail welcome @args }; Bad = 'nobody'; Good = 'b@example.com' }
        @{ Send = { $input | Send-McSms welcome -ToProperty Email @args }; Bad = 'nobody'; Good = '15555551234' }
        @{ Send = { $input | Invoke-McTriggeredSend welcome @args }; Bad = 'nobody'; Good = 'b@example.com' }
    ) {
        It 'keeps what was not taken, to be corrected and fed to the same command' {
            $rows = @{ A = $Good; B = $Bad }.GetEnumerator() | Sort-Object Key |
                ForEach-Object { [pscustomobject]@{ ContactKey = $_.Key; Email = $_.Value } }
            $result = $rows | & $Send -RejectedPath $path -ErrorAction SilentlyContinue
            $result.Outcome | Should -Be 'Accepted', 'Rejected'
            $row = @(Import-Csv $path)
            $row | Should -HaveCount 1
            $row[0].psobject.Properties.Name | Should -Be (@('ContactKey', 'Email') + $columns)
            $row[0].ContactKey, $row[0].Email | Should -Be 'B', $Bad
            $row[0].McOutcome, $row[0].McErrorCode | Should -Be 'Rejected', '109121'

            $row[0].Email = $Good
            $again = New-Path
            ($row | & $Send -RejectedPath $again).Outcome | Should -Be 'Accepted'
            $again | Should -Not -Exist
            $sandbox.Counters.EmailAccepted + $sandbox.Counters.SmsAccepted + $sandbox.Counters.TriggeredAccepted |
                Should -Be 2
        }
    }

    It 'round-trips through Import-Csv: <Value>' -ForEach @(
        @{ Value = 'plain' }, @{ Value = 'a "quoted" word' }, @{ Value = '"' }, @{ Value = "two`nlines" }
        @{ Value = "two`r`nlines" }, @{ Value = 'comma, semicolon; tab' + "`t|" }, @{ Value = '  spaces around  ' }
        @{ Value = '=1+1' }, @{ Value = '#TYPE x' }, @{ Value = 'Jürgen 👋 ' + [char]0x202E }, @{ Value = "''" }
    ) {
        $bad = New-BadRow @{ "col`"umn, é" = $Value; Last = $Value }
        $null = $bad | Send-McEmail welcome -RejectedPath $path -ErrorAction SilentlyContinue
        $row = @(Import-Csv $path)
        $row | Should -HaveCount 1
        $row[0]."col`"umn, é" | Should -BeExactly $Value
        $row[0].Last | Should -BeExactly $Value
    }

    It 'writes numbers and dates the same in any culture' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $bad = New-BadRow @{ Number = 1.5; Flag = $true; Day = [datetime]::new(2026, 1, 2); Nothing = $null }
            $null = $bad | Send-McEmail welcome -RejectedPath $path -ErrorAction SilentlyContinue
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }

        $row = Import-Csv $path
        $row.Number, $row.Flag, $row.Day, $row.Nothing | Should -Be '1.5', 'true', '2026-01-02T00:00:00', ''
    }

    It 'takes hashtables, typed recipients and rows of a table' {
        $table = [System.Data.DataTable]::new()
        'ContactKey', 'Email' | ForEach-Object { $null = $table.Columns.Add($_) }
        $null = $table.Rows.Add('T', 'nobody')
        $inputs = @{
            hashtable = [ordered]@{ ContactKey = 'H'; Email = 'nobody' }
            recipient = New-McRecipient -ContactKey R -To nobody
            row = $table.Rows[0]
        }
        foreach ($each in $inputs.Values) {
            $file = New-Path
            $null = $each | Send-McEmail welcome -RejectedPath $file -ErrorAction SilentlyContinue
            (Import-Csv $file).ContactKey | Should -BeIn 'H', 'R', 'T'
        }
    }

    It 'keeps rows that nest as JSON Lines, which ConvertFrom-Json feeds back' {
        $file = New-Path jsonl
        $bad = New-BadRow @{ Attributes = @{ Name = 'N'; List = @(1, 'two') } }
        $null = $bad | Send-McEmail welcome -RejectedPath $file -ErrorAction SilentlyContinue
        $row = Get-Content $file | ConvertFrom-Json
        $row.Attributes.List | Should -Be 1, 'two'
        $row.Email = 'b@example.com'
        ($row | Send-McEmail welcome).Outcome | Should -Be 'Accepted'
        (Get-McSandboxMessage).Attributes.Name | Should -Be 'N'
    }

    It 'says before anything is sent that rows which nest need JSON Lines' {
        $failure = Get-TerminatingError {
            (New-Row 3), (New-BadRow @{ Nested = @{ a = 1 } }) | ForEach-Object { $_ } |
                Send-McEmail welcome -RejectedPath $path
        }
        $failure.FullyQualifiedErrorId | Should -BeLike 'RejectedRowsNeedJsonLines*'
        $sandbox.Counters.EmailAccepted | Should -Be 0
        $path | Should -Not -Exist
    }

    It 'refuses a file that exists' {
        Set-Content $path 'precious'
        $failure = Get-TerminatingError { New-Row 1 | Send-McEmail welcome -RejectedPath $path }
        $failure.FullyQualifiedErrorId | Should -BeLike 'RejectedPathExists*'
        Get-Content $path | Should -Be 'precious'
        $sandbox.Counters.EmailAccepted | Should -Be 0
    }

    It 'writes nothing under -WhatIf and with -AsRequestBody' {
        $null = New-BadRow @{} | Send-McEmail welcome -RejectedPath $path -WhatIf -ErrorAction SilentlyContinue
        $null = New-BadRow @{} | Send-McEmail welcome -RejectedPath $path -AsRequestBody -ErrorAction SilentlyContinue
        $path | Should -Not -Exist
    }

    It 'is complete after Ctrl+C, and the note on the host names it' {
        $sandbox.SetFaults([McMessaging.SandboxFaults]@{ Http429 = 1; RetryAfter = 3600 })
        $answering = [AnsweringHost]::new(@(), [System.Collections.Generic.List[string]]::new())
        $runspace = [runspacefactory]::CreateRunspace($answering, [initialsessionstate]::CreateDefault2())
        $runspace.Open()
        $reading = [System.Threading.ManualResetEvent]::new($false)
        @{ sandbox = $sandbox; path = $path; reading = $reading }.GetEnumerator() |
            ForEach-Object { $runspace.SessionStateProxy.SetVariable($_.Key, $_.Value) }
        $shell = [powershell]::Create($runspace)
        try {
            $null = $shell.AddScript(@"
                Import-Module '$ModulePath'
                `$null = Connect-McAccount -Sandbox `$sandbox
                & {
                    1..25 | ForEach-Object { [pscustomobject]@{ ContactKey = "C-`$_"; To = 'a@example.com' } }
                    `$null = `$reading.Set()
                    Start-Sleep -Seconds 3600
                } | Send-McEmail welcome -BatchSize 10 -RetryTimeoutSec 86400 -RejectedPath `$path
"@)
            $null = $shell.BeginInvoke()
            Wait-Signal $reading | Should -BeTrue
            $stopping = $shell.BeginStop($null, $null)
            Wait-Signal $stopping.AsyncWaitHandle | Should -BeTrue
            $line = @($answering.Interface.Lines -like 'Send-McEmail was stopped: *')
            $line | Should -HaveCount 1
            $line[0] | Should -BeLike "*$path*"
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
        }

        (Import-Csv $path).ContactKey | Should -Be (1..25 | ForEach-Object { "C-$_" })
        (Import-Csv $path).McOutcome | Select-Object -Unique | Should -BeIn 'Cancelled', 'Unknown'
        $sandbox.SetFaults([McMessaging.SandboxFaults]::new())
        (Import-Csv $path | Send-McEmail welcome).Outcome | Select-Object -Unique | Should -Be 'Accepted'
        $sandbox.Counters.EmailAccepted | Should -Be 25
    }
}

Describe '-Shard' {
    BeforeEach {
        $sandbox = Connect-Sandbox
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'shares an input without a gap or an overlap, and Measure-McSendResult counts the rows of others' {
        $sent = foreach ($shard in '1/3', '2/3', '3/3') {
            $results = New-Row 50 | Send-McEmail welcome -RunId one -Shard $shard
            $measure = $results | Measure-McSendResult
            $measure.Total + $measure.OtherShards | Should -Be 50
            $results.ContactKey
        }
        $sent | Sort-Object -Unique | Should -HaveCount 50
        $sandbox.Counters.EmailAccepted | Should -Be 50
    }

    It 'refuses <Shard>' -ForEach @(@{ Shard = '0/3' }, @{ Shard = '4/3' }, @{ Shard = 'x' }) {
        $failure = Get-TerminatingError { New-Row 1 | Send-McEmail welcome -Shard $Shard }
        $failure.FullyQualifiedErrorId | Should -BeLike '*Argument*'
    }

    It 'refuses the journal of another shard' {
        $journal = Join-Path $TestDrive 'shard.journal'
        $null = New-Row 20 | Send-McEmail welcome -RunId one -Shard 1/2 -JournalPath $journal
        $failure = Get-TerminatingError {
            New-Row 20 | Send-McEmail welcome -RunId one -Shard 2/2 -JournalPath $journal
        }
        $failure.FullyQualifiedErrorId | Should -BeLike 'JournalOfAnotherRun*'
        (Get-McSendJournal $journal).Shard | Should -Be '1/2'
    }
}
