param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath

    function Get-SentRecipient {
        process {
            $preview = , $_ | Send-McEmail welcome -AsRequestBody
            ($preview.Body | ConvertFrom-Json).recipients
        }
    }

    class Customer {
        [string] $ContactKey = 'C-1'
        [string] $Email = 'c1@example.com'
        [string] $MessageKey = 'M-1'
        [int] $Orders = 3
        hidden [string] $Note = 'hidden'
    }
}

Describe 'The input of a send' {
    It 'is <Shape>' -ForEach @(
        @{ Shape = 'a custom object'; Make = {
            [pscustomobject]@{ ContactKey = 'C-1'; Email = 'c1@example.com'; MessageKey = 'M-1'; Orders = 3 } } }
        @{ Shape = 'a hashtable'; Make = {
            @{ contactkey = 'C-1'; email = 'c1@example.com'; messagekey = 'M-1'; Orders = 3 } } }
        @{ Shape = 'an ordered dictionary'; Make = {
            [ordered]@{ SubscriberKey = 'C-1'; To = 'c1@example.com'; MessageKey = 'M-1'; Orders = 3 } } }
        @{ Shape = 'a row of a CSV file'; Make = {
            "ContactKey,EmailAddress,MessageKey,Orders`nC-1,c1@example.com,M-1,3" | ConvertFrom-Csv } }
        @{ Shape = 'a JSON object'; Make = {
            '{"ContactKey":"C-1","Address":"c1@example.com","MessageKey":"M-1","Orders":3}' | ConvertFrom-Json } }
        @{ Shape = 'a JSON object as a hashtable'; Make = {
            '{"ContactKey":"C-1","Address":"c1@example.com","MessageKey":"M-1","Orders":3}' |
                ConvertFrom-Json -AsHashtable } }
        @{ Shape = 'a recipient'; Make = {
            New-McRecipient C-1 c1@example.com -MessageKey M-1 -Attribute @{ Orders = 3 } } }
        @{ Shape = 'a .NET object'; Make = { [Customer]::new() } }
        @{ Shape = 'an object with a hashtable of attributes'; Make = {
            $bag = @{ Orders = 3 }
            [pscustomobject]@{
                ContactKey = 'C-1'; To = 'c1@example.com'; MessageKey = 'M-1'; Other = 1; Attributes = $bag } } }
        @{ Shape = 'an object with an object of attributes'; Make = {
            $bag = [pscustomobject]@{ Orders = 3 }
            @{ ContactKey = 'C-1'; To = 'c1@example.com'; MessageKey = 'M-1'; Attributes = $bag } } }
        @{ Shape = 'an object with script and alias properties'; Make = {
            [pscustomobject]@{ Id = 1; MessageKey = 'M-1' } |
                Add-Member ScriptProperty ContactKey { "C-$($this.Id)" } -PassThru |
                Add-Member ScriptProperty To { 'c1@example.com' } -PassThru |
                Add-Member ScriptProperty Three { 1 + 2 } -PassThru |
                Add-Member AliasProperty Orders Three -PassThru |
                Select-Object ContactKey, To, MessageKey, Orders } }
        @{ Shape = 'an object with live script properties'; Make = {
            [pscustomobject]@{ ContactKey = 'C-1'; MessageKey = 'M-1' } |
                Add-Member ScriptProperty To { 'c1@example.com' } -PassThru |
                Add-Member ScriptProperty Orders { 1 + 2 } -PassThru } }
        @{ Shape = 'an object that a job returned'; Make = {
            [pscustomobject]@{ ContactKey = 'C-1'; To = 'c1@example.com'; MessageKey = 'M-1'; Orders = 3 } |
                ConvertTo-Copy } }
        @{ Shape = 'a recipient that a job returned'; Make = {
            New-McRecipient C-1 c1@example.com -MessageKey M-1 -Attribute @{ Orders = 3 } | ConvertTo-Copy } }
        @{ Shape = 'a row of a database table'; Make = {
            $table = [System.Data.DataTable]::new()
            'ContactKey', 'Email', 'MessageKey', 'Orders', 'Empty' | ForEach-Object { $null = $table.Columns.Add($_) }
            , $table.Rows.Add('C-1', 'c1@example.com', 'M-1', '3', [DBNull]::Value) } }
    ) {
        $recipient = & $Make | Get-SentRecipient
        $recipient.contactKey, $recipient.to, $recipient.messageKey | Should -Be 'C-1', 'c1@example.com', 'M-1'
        @($recipient.attributes.psobject.Properties.Name) | Should -Be 'Orders'
        $recipient.attributes.Orders | Should -BeExactly '3'
    }

    It 'may have other properties than the one before it' {
        $recipients = (
            [pscustomobject]@{ ContactKey = 'C-1'; First = 1 },
            [pscustomobject]@{ ContactKey = 'C-2'; First = 1; Second = 2 },
            [pscustomobject]@{ Second = 2; ContactKey = 'C-3' } | Send-McEmail welcome -AsRequestBody
        ).Body | ConvertFrom-Json | Select-Object -ExpandProperty recipients
        $recipients.contactKey | Should -Be 'C-1', 'C-2', 'C-3'
        $recipients.ForEach({ $_.attributes.psobject.Properties.Name -join ',' }) |
            Should -Be 'First', 'First,Second', 'Second'
    }

    It 'has the properties that <Where> has' -ForEach @(
        @{ Where = 'its own type'; Type = 'Customer.Row'; Make = {
            [pscustomobject]@{ PSTypeName = 'Customer.Row'; ContactKey = 'C-1'; Name = 'N' } } }
        @{ Where = 'the type of all custom objects'; Type = 'System.Management.Automation.PSCustomObject'; Make = {
            [pscustomobject]@{ ContactKey = 'C-1'; Name = 'N' } } }
    ) {
        Update-TypeData -TypeName $Type -MemberType ScriptProperty -MemberName Orders -Value { 1 + 2 }
        try {
            $preview = & $Make | Send-McEmail welcome -AsRequestBody
        }
        finally {
            Remove-TypeData -TypeName $Type
        }
        $preview.Body | Should -BeLike '*"attributes":{"Name":"N","Orders":"3"}*'
    }

    It 'is left as it was, and may have been looked at before' {
        $row = [pscustomobject]@{ ContactKey = 'C-1'; Orders = 3 }
        foreach ($time in 1..2) {
            @(($row | Get-SentRecipient).attributes.psobject.Properties.Name) | Should -Be 'Orders'
            @($row.psobject.Properties.Name) | Should -Be 'ContactKey', 'Orders'
        }
    }

    It 'has values that become text without regard to the culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = [cultureinfo]::new('de-DE')
            $attributes = ([pscustomobject]@{
                ContactKey = 'C-1'
                Number     = 1234.5
                Yes        = $true
                None       = $null
                Wrapped    = 'text' | Add-Member NoteProperty Extra 1 -PassThru
                Nested     = [pscustomobject]@{ A = 1; B = @(2, '3') }
                List       = 1, 'two'
                Kind       = [DayOfWeek]::Friday
            } | Get-SentRecipient).attributes
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }
        $attributes.Number | Should -BeExactly '1234.5'
        $attributes.Yes | Should -BeExactly 'true'
        $attributes.Wrapped | Should -BeExactly 'text'
        $attributes.Nested | Should -BeExactly '{"A":1,"B":[2,"3"]}'
        $attributes.List | Should -BeExactly '[1,"two"]'
        $attributes.Kind | Should -BeExactly 'Friday'
        $attributes.psobject.Properties.Name | Should -Not -Contain 'None'
    }

    It 'has dates that become ISO 8601' {
        $row = @{ ContactKey = 'C-1'; At = [datetime]::new(2026, 1, 31, 10, 0, 0, [System.DateTimeKind]::Utc) }
        ($row | Send-McEmail welcome -AsRequestBody).Body | Should -BeLike '*"At":"2026-01-31T10:00:00Z"*'
    }

    It 'names its properties with parameters' {
        $mapping = @{
            ContactKeyProperty = 'id'; ToProperty = 'mail'; MessageKeyProperty = 'nr'; AttributeProperty = 'Sum'
        }
        $preview = [pscustomobject]@{ Id = 'C-1'; Mail = 'c1@example.com'; Nr = 'M-1'; Name = 'N'; Sum = 1 } |
            Send-McEmail welcome -AsRequestBody @mapping
        $recipient = ($preview.Body | ConvertFrom-Json).recipients
        $recipient.contactKey, $recipient.to, $recipient.messageKey | Should -Be 'C-1', 'c1@example.com', 'M-1'
        $recipient.attributes.psobject.Properties.Name | Should -Be 'Sum'
    }

    It 'takes the address as contact key where it is told to' {
        $body = ([pscustomobject]@{ Email = 'c1@example.com' } |
            Send-McEmail welcome -AsRequestBody -UseAddressAsContactKey).Body
        ($body | ConvertFrom-Json).recipients.contactKey | Should -Be 'c1@example.com'
    }

    It 'is an array as parameter -<Name>' -ForEach @{ Name = 'InputObject' }, @{ Name = 'Recipient' } {
        $arguments = @{ $Name = New-Row 3 }
        (Send-McEmail welcome -AsRequestBody @arguments).RecipientCount | Should -Be 3
    }

    It 'is an array or a list in the pipeline' {
        (, (New-Row 3) | Send-McEmail welcome -AsRequestBody).RecipientCount | Should -Be 3
        $list = [System.Collections.Generic.List[object]]::new((New-Row 3))
        (, $list | Send-McEmail welcome -AsRequestBody).RecipientCount | Should -Be 3
    }
}

Describe 'Input that people wrote' {
    BeforeAll {
        $sandbox = Connect-Sandbox
    }

    AfterAll {
        $sandbox.Stop()
    }

    It 'loses white space around keys and addresses' {
        $recipient = [pscustomobject]@{ ContactKey = ' C-1 '; Email = "`ta@example.com " } | Get-SentRecipient
        $recipient.contactKey, $recipient.to | Should -Be 'C-1', 'a@example.com'
    }

    It 'may name a person more than once, which a warning tells' {
        $rows = 1..3 | ForEach-Object { @{ ContactKey = 'C-1'; To = 'a@example.com' } }
        $results = $rows | Send-McEmail welcome -WarningVariable warnings -WarningAction SilentlyContinue
        $results.Outcome | Should -Be 'Accepted', 'Accepted', 'Accepted'
        $warnings | Should -HaveCount 1
        $warnings[0].Message | Should -BeLike '2 recipients repeat*'
        $null = New-Row 2 | Send-McEmail welcome -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
    }

    It 'has columns that do not fit, which are told: <What>' -ForEach @(
        @{ What = 'another delimiter'; Csv = "ContactKey;Email`n1;a@example.com"; Found = "'ContactKey;Email'" }
        @{ What = 'other names'; Csv = "kunde_id,e-mail`n1,a@example.com"; Found = "'kunde_id', 'e-mail'" }
    ) {
        $result = $Csv | ConvertFrom-Csv | Send-McEmail welcome -ErrorAction SilentlyContinue
        $result.Outcome | Should -Be 'Rejected'
        $result.Message | Should -BeLike "*Found: $Found.*"
    }

    It 'is checked with -WhatIf, too' {
        $before = $sandbox.Counters.Requests
        $null = @{ ContactKey = 'C-1'; To = 'nowhere' } |
            Send-McEmail welcome -WhatIf -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].Exception.Message | Should -BeLike '*109121*'
        $sandbox.Counters.Requests | Should -Be $before
    }
}

Describe 'Input that is no recipient' {
    BeforeAll {
        $sandbox = Connect-Sandbox
    }

    AfterAll {
        $sandbox.Stop()
    }

    It 'is rejected when it is <What>, and the rest goes on' -ForEach @(
        @{ What = 'a text'; Value = 'text' }
        @{ What = 'a number'; Value = 42 }
        @{ What = 'a date'; Value = [datetime]::new(2026, 1, 1) }
        @{ What = 'a guid'; Value = [guid]::Empty }
        @{ What = 'nothing'; Value = $null }
    ) {
        $first, $last = New-Row 2 -First (Get-Random)
        $results = $first, $Value, $last | Send-McEmail welcome -ErrorAction SilentlyContinue
        $results.Outcome | Should -Be 'Accepted', 'Rejected', 'Accepted'
        $results[1].ErrorName | Should -Be 'NotARecipient'
    }

    It 'is rejected when a property cannot be read, and the message names it' {
        $broken = [pscustomobject]@{ ContactKey = 'C-1'; To = 'c1@example.com' } |
            Add-Member ScriptProperty Balance { throw 'secret-balance-text' } -PassThru
        $result = $broken | Send-McEmail welcome -ErrorAction SilentlyContinue -ErrorVariable problems
        $result.Outcome | Should -Be 'Rejected'
        $result.ErrorName | Should -Be 'UnreadableProperty'
        $result.Message | Should -BeLike "*'Balance'*"
        "$($result | Format-List * | Out-String) $problems" | Should -Not -BeLike '*secret-balance-text*'
    }

    It 'is rejected when it is the result of a send: <Kind>' -ForEach @(
        @{ Kind = 'live'; Convert = { $_ } }
        @{ Kind = 'from a job'; Convert = { $_ | ConvertTo-Copy } }
        @{ Kind = 'from a CSV file'; Convert = { $_ | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        $accepted = New-Row 1 -First (Get-Random) | Send-McEmail welcome
        $before = $sandbox.Counters.EmailAccepted
        $result = $accepted | ForEach-Object $Convert | Send-McEmail welcome -ErrorAction SilentlyContinue
        $result.Outcome | Should -Be 'Rejected'
        $result.ErrorName | Should -Be 'ResultIsNotARecipient'
        $result.Message | Should -BeLike '*ContactKey*'
        $sandbox.Counters.EmailAccepted | Should -Be $before
    }
}
