param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Send-McEmail' {
    BeforeEach {
        $sandbox = Connect-Sandbox
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'gives one result per recipient, in input order' {
        $results = New-Row 1234 | Send-McEmail welcome -BatchSize 100
        $results.Count | Should -Be 1234
        $results.ContactKey | Should -Be (1..1234 | ForEach-Object { "C-$_" })
        $results[0] | Should -BeOfType McMessaging.SendResult
        $results.Outcome | Select-Object -Unique | Should -Be 'Accepted'
        $sandbox.Counters.EmailAccepted | Should -Be 1234
        $sandbox.Counters.Requests | Should -Be 13
    }

    It 'fills a result' {
        $result = New-Row 1 | Send-McEmail welcome
        $result.DefinitionKey | Should -Be 'welcome'
        $result.To | Should -Be 'c1@example.com'
        $result.Channel | Should -Be 'Email'
        $result.ErrorCode | Should -Be 0
        $result.HttpStatus | Should -Be 202
        $result.Attempts | Should -Be 1
        $result.SentAt | Should -BeOfType datetimeoffset
        $result.FromJournal | Should -BeFalse
        (Get-McSandboxMessage).MessageKey | Should -Be $result.MessageKey
    }

    It 'numbers the results by the place in the input' {
        $results = @{ To = 'a@example.com' }, @{ To = 'b@example.com' }, (New-Row 1) |
            Send-McEmail welcome -ErrorAction SilentlyContinue
        $results.Outcome | Should -Be 'Rejected', 'Rejected', 'Accepted'
        $results.Index | Should -Be 1, 2, 3
    }

    It 'gives results that still say the same after <How>' -ForEach @(
        @{ How = 'JSON'; Save = { $args[0] | ConvertTo-Json | ConvertFrom-Json } }
        @{ How = 'CSV'; Save = { $args[0] | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ How = 'CLIXML, a job or a remote session'; Save = { $args[0] | ConvertTo-Copy } }
    ) {
        $results = (New-Row 1), @{ ContactKey = 'C-2'; To = 'not an address' } |
            Send-McEmail welcome -ErrorAction SilentlyContinue
        $saved = & $Save $results
        $saved[0].Outcome | Should -BeOfType string
        @($saved | Where-Object Outcome -ne Accepted).ContactKey | Should -Be 'C-2'
        $saved.Channel | Should -Be 'Email', 'Email'
        ($saved | Measure-McSendResult).Accepted | Should -Be 1
    }

    It 'does nothing at all for an empty pipeline' {
        $results = @() | Send-McEmail welcome -ErrorVariable problems
        $results | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
        $sandbox.Counters.Requests | Should -Be 0
    }

    It 'sends 500 recipients with attributes per request, and 2000 without' {
        New-Row 501 | Send-McEmail welcome | Out-Null
        $sandbox.Counters.Requests | Should -Be 2
        New-Row 2001 -First 1000 | Send-McEmail welcome -AttributeProperty @() | Out-Null
        $sandbox.Counters.Requests | Should -Be 4
    }

    It 'goes to the route for one recipient with a batch size of 1, where the key allows' {
        $rows = 'K-1', 'K/2' | ForEach-Object { @{ ContactKey = $_; To = 'a@example.com'; MessageKey = $_ } }
        $paths = ($rows | Send-McEmail welcome -BatchSize 1 -AsRequestBody).Uri.AbsolutePath
        $paths | Should -Be '/messaging/v1/email/messages/K-1', '/messaging/v1/email/messages'
        ($rows | Send-McEmail welcome -BatchSize 1).Outcome | Should -Be 'Accepted', 'Accepted'
        (Get-McSandboxMessage).MessageKey | Sort-Object | Should -Be 'K-1', 'K/2'
    }

    It 'sends attributes for all recipients' {
        New-Row 1 | Send-McEmail welcome -Attribute ([ordered]@{ Shop = 'North'; Sale = $true }) | Out-Null
        $attributes = (Get-McSandboxMessage).Attributes
        $attributes['Shop'], $attributes['Sale'], $attributes['FirstName'] | Should -Be 'North', 'true', 'Name 1'
    }

    It 'gives the same message keys for the same run id' {
        $first = New-Row 3 | Send-McEmail welcome -RunId 2026-01
        $second = New-Row 3 | Send-McEmail welcome -RunId 2026-01 -ErrorAction SilentlyContinue
        $second.MessageKey | Should -Be $first.MessageKey
        $sandbox.Counters.EmailAccepted | Should -Be 3
    }

    It 'retries what failed, exactly once per recipient' {
        Set-McSandboxFault @{ http503 = 0.3; retryAfter = 0; dropAfter = 0.2 }
        $results = New-Row 200 | Send-McEmail welcome -BatchSize 10 -ThrottleLimit 20 -MaxRetryCount 20
        $results.Outcome | Select-Object -Unique | ForEach-Object { $_ | Should -BeIn 'Accepted', 'AlreadyAccepted' }
        $sandbox.Counters.EmailAccepted | Should -Be 200
    }

    It 'does not retry with -MaxRetryCount 0' {
        Set-McSandboxFault @{ http500 = 1 }
        $result = New-Row 1 | Send-McEmail welcome -MaxRetryCount 0 -ErrorAction SilentlyContinue
        $result.Attempts | Should -Be 1
        $sandbox.Counters.Requests | Should -Be 1
    }

    It 'resumes a run from its journal, relative to the current location' {
        Push-Location TestDrive:
        try {
            New-Row 5 | Send-McEmail welcome -JournalPath run.jsonl -RunId morning | Out-Null
            $again = New-Row 7 | Send-McEmail welcome -JournalPath run.jsonl -RunId morning
        }
        finally {
            Pop-Location
        }
        "TestDrive:/run.jsonl" | Should -Exist
        @($again | Where-Object FromJournal).Count | Should -Be 5
        $sandbox.Counters.EmailAccepted | Should -Be 7
    }

    It 'refuses a finished journal for another run, and says how to take it up' {
        $journal = Join-Path $TestDrive 'finished.journal'
        $null = New-Row 2 | Send-McEmail welcome -JournalPath $journal -RunId yesterday
        $problem = Get-TerminatingError { New-Row 2 | Send-McEmail welcome -JournalPath $journal }
        $problem.FullyQualifiedErrorId | Should -BeLike 'JournalFinished,*'
        "$problem" | Should -BeLike "*-RunId 'yesterday'*"
        $sandbox.Counters.EmailAccepted | Should -Be 2
    }

    It 'refuses a journal that is not a file' {
        $problem = Get-TerminatingError { New-Row 1 | Send-McEmail welcome -JournalPath Env:run }
        $problem.FullyQualifiedErrorId | Should -BeLike 'NotAFile,*'
    }

    It 'refuses <Name> <Value>' -ForEach @(
        @{ Name = 'BatchSize'; Value = 0 }, @{ Name = 'BatchSize'; Value = 2001 }
        @{ Name = 'ThrottleLimit'; Value = 0 }, @{ Name = 'ThrottleLimit'; Value = 51 }
        @{ Name = 'MaxRetryCount'; Value = -1 }, @{ Name = 'MaxRetryCount'; Value = 21 }
        @{ Name = 'TimeoutSec'; Value = 0 }, @{ Name = 'TimeoutSec'; Value = 3601 }
        @{ Name = 'RetryTimeoutSec'; Value = 0 }, @{ Name = 'RetryTimeoutSec'; Value = 86401 }
        @{ Name = 'TotalCount'; Value = -1 }
    ) {
        $arguments = @{ $Name = $Value }
        (Get-TerminatingError { New-Row 1 | Send-McEmail welcome @arguments }).FullyQualifiedErrorId |
            Should -BeLike 'ParameterArgumentValidationError,*'
    }

    It 'serves two accounts in one pipeline' {
        $other = Start-McSandbox
        try {
            $connection = Connect-McAccount -Sandbox $other -Name other
            $null = Connect-McAccount -Sandbox $sandbox
            $rows = New-Row 300
            $rowOf = $rows | Group-Object ContactKey -AsHashTable
            $results = $rows |
                Send-McEmail welcome -BatchSize 50 |
                ForEach-Object { $rowOf[$_.ContactKey] } |
                Send-McEmail farewell -BatchSize 40 -Connection $connection
            $results.ContactKey | Should -Be $rows.ContactKey
            $sandbox.Counters.EmailAccepted | Should -Be 300
            $other.Counters.EmailAccepted | Should -Be 300
        }
        finally {
            $other.Stop()
        }
    }
}

Describe 'Send-McEmail -AsRequestBody' {
    BeforeAll {
        $sandbox = Connect-Sandbox
    }

    AfterAll {
        $sandbox.Stop()
    }

    It 'emits the request, byte for byte, and sends nothing' {
        $row = [pscustomobject][ordered]@{
            ContactKey = 'C-1'; To = 'c1@example.com'; MessageKey = 'M-1'; Name = 'Zoë "Z" <z>'; Sum = 1.5
        }
        $preview = $row | Send-McEmail welcome -AsRequestBody -Attribute @{ Shop = 'North' }
        $preview | Should -BeOfType McMessaging.RequestPreview
        $preview.Method | Should -Be 'POST'
        $preview.Uri | Should -Be "$($sandbox.Uri)messaging/v1/email/messages"
        $preview.RecipientCount | Should -Be 1
        $preview.Body | Should -BeExactly (-join @(
            '{"definitionKey":"welcome","recipients":[{"contactKey":"C-1","to":"c1@example.com","messageKey":"M-1",'
            '"attributes":{"Name":"Zoë \"Z\" <z>","Sum":"1.5"}}],"attributes":{"Shop":"North"}}'
        ))
        $sandbox.Counters.Requests | Should -Be 0
    }

    It 'emits what an HTTP client can post' {
        $preview = New-Row 3 | Send-McEmail welcome -AsRequestBody
        ($preview.Body | ConvertFrom-Json).recipients.contactKey | Should -Be 'C-1', 'C-2', 'C-3'
    }

    It 'needs no connection' {
        Get-McConnection | Disconnect-McAccount
        $preview = New-Row 501 | Send-McEmail welcome -AsRequestBody
        $preview.RecipientCount | Should -Be 500, 1
        $preview[0].Uri.IsAbsoluteUri | Should -BeFalse
    }
}
