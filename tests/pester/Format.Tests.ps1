param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-PromptSandbox
    $rows = @(
        [pscustomobject]@{ ContactKey = 'robert@example.com'; To = 'robert@example.com' }
        [pscustomobject]@{ ContactKey = 'C-2'; To = 'not an address' }
    )
    $results = $rows | Send-McEmail welcome -ErrorAction SilentlyContinue
    $unsent = [pscustomobject]@{ ContactKey = 'notsent.robert@example.com'; To = 'notsent.robert@example.com' }
    $statuses = $unsent, $rows[0] | Send-McEmail welcome | Wait-McMessage
    $definition = New-McSendDefinition Email order_confirmation_long_key -Name 'Order confirmation' -CustomerKey asset `
        -List 'All Subscribers' -Cc robert@example.com -Bcc robert@example.com
    $smsDefinition = New-McSendDefinition Sms code -Name Code -Message Hi -ShortCode 1 -CountryCode US -Keyword K
    $journal = Join-Path $TestDrive 'run.journal'
    $null = New-Row 1 | Send-McEmail welcome -JournalPath $journal

    # The properties that are for reading alone have a space in their names.
    function Get-ListedText {
        param([Parameter(ValueFromPipeline)] $InputObject)
        process {
            $lines = [version] '1.0', $InputObject | Out-String -Width 120 -Stream
            $lines -match '^\w+ \w+ +:'
        }
    }
}

AfterAll {
    $sandbox.Stop()
}

Describe 'The views of <Type>' -ForEach @(
    @{ Type = 'a result'; Make = { $results } }
    @{ Type = 'a triggered result'; Make = { $rows[0] | Invoke-McTriggeredSend welcome -Connection Default } }
    @{ Type = 'a connection'; Make = { Get-McConnection } }
    @{ Type = 'a connection with long names'; Make = {
        $token = ConvertTo-SecureString 'token' -AsPlainText
        $uri = 'https://mc0123456789abcdefghij012345.rest.marketingcloudapis.com/'
        Connect-McAccount -AccessToken $token -RestBaseUri $uri -Name 'business-unit-north' } }
    @{ Type = 'a sandbox'; Make = { $sandbox } }
    @{ Type = 'a message of the sandbox'; Make = { Get-McSandboxMessage $sandbox } }
    @{ Type = 'a preview'; Make = { $rows[0] | Send-McEmail welcome -AsRequestBody } }
    @{ Type = 'a recipient'; Make = {
        New-McRecipient robert@example.com -To robert@example.com -Attribute @{ A = 'robert' } } }
    @{ Type = 'a status'; Make = { $statuses } }
    @{ Type = 'an SMS status'; Make = {
        @{ ContactKey = 'C-9'; To = '15555551234' } | Send-McSms code | Get-McMessageStatus } }
    @{ Type = 'a message not sent'; Make = { Get-McNotSentMessage Email } }
    @{ Type = 'a triggered send''s status'; Make = {
        $rows[0] | Invoke-McTriggeredSend welcome -Connection Default | Get-McTriggeredSendStatus } }
    @{ Type = 'a definition'; Make = { $definition } }
    @{ Type = 'an SMS definition'; Make = { $smsDefinition } }
    @{ Type = 'a queue'; Make = { Get-McSendQueue Email $definition.DefinitionKey } }
    @{ Type = 'the error catalogue'; Make = { Get-McErrorInfo } }
    @{ Type = 'a connection''s test'; Make = { Test-McConnection -Detailed } }
    @{ Type = 'a journal'; Make = { Get-McSendJournal $journal } }
    @{ Type = 'a measure'; Make = { $results | Measure-McSendResult } }
) {
    BeforeEach {
        $null = Connect-McAccount -Sandbox $sandbox
    }

    It 'fit 120 columns and show no address' {
        $object = & $Make
        $default = $object | Out-String -Width 120
        $text = $default + ($object | Format-List | Out-String -Width 120)
        $default -replace '\S*…\S*@\S*…' | Should -Not -Match '…' -Because 'nothing is cut off'
        $text | Should -Not -BeLike '*robert*'
        $text.Trim() | Should -Not -BeNullOrEmpty
    }

    It 'leave a copy the properties of its original, no more and no fewer' {
        foreach ($object in & $Make) {
            $copy = $object | ConvertTo-Copy
            $copy.psobject.Properties.Name | Sort-Object | Should -Be @($object.psobject.Properties.Name | Sort-Object)
            $copy.psobject.TypeNames[0] | Should -Be "Deserialized.$($object.psobject.TypeNames[0])"
        }
    }

    It 'leave a copy the names of states, channels and the like' {
        foreach ($object in & $Make) {
            $copy = $object | ConvertTo-Copy
            foreach ($property in $object.psobject.BaseObject.GetType().GetProperties()) {
                $value = $property.GetValue($object.psobject.BaseObject)
                if (@($value)[0] -is [enum]) {
                    $copy.($property.Name) | Should -Be ([string[]] $value) -Because $property.Name
                    @($copy.($property.Name))[0] | Should -BeOfType string -Because $property.Name
                }
            }
        }
    }

    It 'show the same of a copy as of its original' {
        foreach ($object in & $Make) {
            $copy = $object | ConvertTo-Copy
            $copy | Format-List | Out-String | Should -Be ($object | Format-List | Out-String)
            # No copy is the current connection of its session.
            $copy | Out-String | Should -Be (($object | Out-String) -replace '(?m)^\*', ' ')
            $copy | Format-Wide | Out-String | Should -Be ($object | Format-Wide | Out-String)
        }
    }

    It 'say the same of a copy, and of its copy, in a list of several types' {
        foreach ($object in & $Make) {
            $copy = $object | ConvertTo-Copy
            foreach ($same in $copy, ($copy | ConvertTo-Copy)) {
                $same | Get-ListedText | Should -Be ($object | Get-ListedText)
                $names = $same.psobject.Properties.Name | Sort-Object
                $names | Should -Be @($copy.psobject.Properties.Name | Sort-Object)
            }
        }
    }

    It 'show no address in columns' {
        & $Make | Format-Wide | Out-String | Should -Not -BeLike '*robert*'
    }
}

Describe 'A type with hidden properties' {
    It 'names all properties that it has itself, for its copies, and so does a type that derives from it' {
        $types = [System.AppDomain]::CurrentDomain.GetAssemblies() |
            Where-Object { $_.GetName().Name -like 'McMessaging*' } |
            ForEach-Object { $_.GetExportedTypes() }
        $data = Get-TypeData -TypeName McMessaging.*
        $named = @{}
        $data | ForEach-Object { $named[$_.TypeName] = $_.PropertySerializationSet.ReferencedProperties }
        $data.Count | Should -BeGreaterThan 12
        foreach ($type in $types) {
            $base = @(for ($next = $type; $next; $next = $next.BaseType) { $next }) |
                Where-Object { $named[$_.FullName] }
            if ($base) {
                $names = $base | ForEach-Object { $named[$_.FullName] } | Sort-Object
                $names | Should -Be @($type.GetProperties().Name | Sort-Object) -Because $type.FullName
            }
        }
        $hidden = $data | Where-Object { -not $named[$_.TypeName] }
        $hidden.TypeName | Should -BeNullOrEmpty
    }
}

Describe 'A list of several types' {
    It 'has the same columns for a triggered result as for any other' {
        $mixed = (Get-McConnection)[0], $results[0], ($rows[0] | Invoke-McTriggeredSend welcome) | Out-String -Width 120
        ([regex]::Matches($mixed, 'Message text')).Count | Should -Be 2
        $mixed | Should -Not -BeLike '*robert@*'
    }
}

Describe 'Copies of results' {
    It 'are read by the cmdlets that read results' {
        $path = Join-Path $TestDrive 'results.clixml'
        $results | Export-Clixml $path
        $copies = Import-Clixml $path
        $measure = $copies | Measure-McSendResult
        $measure.Total | Should -Be 2
        $measure.Accepted | Should -Be 1
        $report = Join-Path $TestDrive 'copies.html'
        $copies | Export-McSendReport $report
        Get-Content $report -Raw | Should -BeLike '*109121*'
        ($copies | Where-Object Outcome -EQ Accepted | Wait-McMessage).State | Should -Be 'Sent'
        $copies | Export-Csv (Join-Path $TestDrive 'copies.csv')
        (Get-Content (Join-Path $TestDrive 'copies.csv'))[0] | Should -Not -BeLike '*Message key*'
    }

    It 'of a job have none either' {
        $own = 'PSComputerName', 'RunspaceId', 'PSSourceJobInstanceId', 'PSShowComputerName'
        $copy = Start-Job { Import-Module $using:ModulePath
            $sandbox = Start-McSandbox
            $null = Connect-McAccount -Sandbox $sandbox
            @{ ContactKey = 'C-1'; To = 'a@example.com' } | Send-McEmail welcome } | Receive-Job -Wait -AutoRemoveJob
        $names = $copy.psobject.Properties.Name | Where-Object { $_ -notin $own } | Sort-Object
        $names | Should -Be @($results[0].psobject.Properties.Name | Sort-Object)
    }
}

Describe 'The default view of <Type>' -ForEach @(
    @{ Type = 'a sandbox'; Make = { $sandbox }; Header = 'InboxUri +IsRunning +ClientId' }
    @{ Type = 'a connection'; Make = { Get-McConnection Default }; Header = 'Name +RestHost +AccountId +ClientId' }
    @{ Type = 'a status'; Make = { $statuses }; Header = 'State +Timestamp +ContactKey +Reason +MessageKey' }
    @{ Type = 'a definition'; Make = { $definition }; Header = 'Status +ModifiedDate +DefinitionKey +Name' }
    @{ Type = 'an error'; Make = { Get-McErrorInfo 109110 }; Header = 'Name +Retry +Meaning +RecommendedAction' }
) {
    It 'is a table' {
        & $Make | Out-String -Width 120 | Should -Match "$Header *`n"
    }
}

Describe 'A table of <Type> in 80 columns' -ForEach @(
    @{ Type = 'results'; Make = { $results }; Tells = '109121' }
    @{ Type = 'statuses'; Make = { $statuses }; Tells = 'NotSent.*24' }
    @{ Type = 'messages not sent'; Make = { Get-McNotSentMessage Email }; Tells = '24 ' }
    @{ Type = 'errors'; Make = { Get-McErrorInfo 109110 }; Tells = 'RecommendedAction' }
    @{ Type = 'connections'; Make = { Get-McConnection Default }; Tells = '127.0.0.1' }
    @{ Type = 'messages of the sandbox'; Make = { Get-McSandboxMessage $sandbox }; Tells = 'Outcome' }
    @{ Type = 'journals'; Make = { Get-McSendJournal $journal }; Tells = 'Path' }
    @{ Type = 'a failed test'; Make = {
        $gone = Start-McSandbox
        $connection = Connect-McAccount -Sandbox $gone -Name gone
        $gone.Stop()
        Test-McConnection gone -Detailed
        Disconnect-McAccount gone }; Tells = 'Error' }
) {
    It 'keeps the column that decides, and every header on one line' {
        $text = & $Make | Out-String -Width 80
        $text | Should -Match $Tells
        # An empty line, the headers, the line below them.
        ($text -split "`n")[2] | Should -Match '^ *-[- ]*$'
    }
}

Describe 'A mask' {
    It 'tells people apart' {
        $rows = 'jane.doe', 'john.doe', 'anna.mueller1', 'anna.mueller2' |
            ForEach-Object { New-McRecipient "$_@example.com" }
        $shown = ($rows | Out-String -Width 80) -split "`n" -match '@'
        @($shown | Select-Object -Unique).Count | Should -Be 4
    }
}

Describe 'A table of results' {
    It 'shows outcome, masked contact key and error' {
        $table = ($results | Out-String -Width 120) -split "`n"
        ($table -match 'Accepted') | Should -Match 'ro…t@exa…'
        ($table -match 'Rejected') | Should -Match 'C-2.*109121'
    }

    It 'tells by its place who has no contact key, and shows the place in a list' {
        $nobody = $rows[0], @{ To = 'a@example.com' } | Send-McEmail welcome -ErrorAction SilentlyContinue
        $nobody | Out-String -Width 80 | Should -Match 'Rejected +\(recipient 2\)'
        $nobody[1] | Format-List | Out-String | Should -Match 'Index +: 2'
    }

    It 'has colours where the host has them' {
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            ($results | Out-String).Contains("$($PSStyle.Foreground.Green)Accepted") | Should -BeTrue
            $PSStyle.OutputRendering = 'PlainText'
            ($results | Out-String).Contains("`e") | Should -BeFalse
        }
        finally {
            $PSStyle.OutputRendering = $before
        }
    }

    It 'keeps the address as a property' {
        $results[0].To | Should -Be 'robert@example.com'
        ($results[0] | Select-Object *).To | Should -Be 'robert@example.com'
    }
}

Describe 'A time in a list' {
    It 'is in the zone of its reader' {
        $local = $statuses[0].Timestamp.ToLocalTime()
        $text = $local.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)
        $statuses[0] | Format-List | Out-String | Should -Match "Timestamp +: $text *\n"
    }
}

Describe 'A table of errors' {
    It 'breaks its lines between words' {
        Get-McErrorInfo 109110 | Out-String -Width 120 |
            Should -Match "Validation_ +No +A message with this key .*\n +DuplicateMessageKey"
    }
}

Describe 'A list of a definition' {
    It 'shows the fields of its channel, without the addresses' {
        $list = $definition | Format-List | Out-String
        $list | Should -Match 'Cc +: ro…t@exa…'
        $list | Should -Not -Match 'ShortCode'
    }
}

Describe 'A table of connections' {
    It 'marks the current one' {
        $null = Connect-McAccount -Sandbox $sandbox -Name second
        (Get-McConnection | Out-String -Width 120) -split "`n" | Where-Object { $_ -match '^\*' } |
            Should -Match 'second'
    }
}

Describe 'Text from outside' {
    BeforeAll {
        $hostile = "`e[2J`e[31mred`a`r`nAll 500 accepted`u{202e}desrever"
    }

    It 'moves no cursor and makes no line of its own in a <View> of results' -ForEach @(
        @{ View = 'table'; Show = { $args[0] | Format-Table } }
        @{ View = 'list'; Show = { $args[0] | Format-List } }
    ) {
        $result = [pscustomobject]@{ ContactKey = $hostile; To = 'a@example.com'; MessageKey = "k$hostile" } |
            Send-McEmail welcome
        $text = & $Show $result | Out-String -Width 200
        $plain = $text -replace "`e\[[\d;]*m", ''
        $plain | Should -Match 'red All 500 accepted desrever'
        $plain | Should -Not -Match "[`e`a`u{202e}]"
        $plain -split '\r?\n' | Should -Not -Match '^\s*All 500'
    }

    It 'is on one line in an error and its advice' {
        [pscustomobject]@{ $hostile = 1 } |
            Send-McEmail welcome -AsRequestBody -ErrorVariable problems -ErrorAction SilentlyContinue
        $text = ($problems | Out-String) -replace "`e\[[\d;]*m", ''
        "$problems" | Should -Not -Match "[`e`a`u{202e}`r`n]"
        $text | Should -Not -Match "[`a`u{202e}]"
    }
}

Describe 'A list of objects of several types' {
    It 'shows no address' {
        $objects = @(
            Get-McConnection -Name Default
            $results
            New-McRecipient robert@example.com -To robert@example.com
            Get-McSandboxMessage $sandbox
            $rows | Send-McEmail welcome -AsRequestBody
            $statuses
            Get-McNotSentMessage Email
            $rows[0] | Invoke-McTriggeredSend welcome | Get-McTriggeredSendStatus
            $definition
        )
        $objects | Out-String -Width 120 | Should -Not -BeLike '*robert*'
    }
}
