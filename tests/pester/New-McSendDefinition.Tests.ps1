param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'New-McSendDefinition' {
    BeforeEach {
        $sandbox = Connect-PromptSandbox -StrictDefinition
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'makes an email definition with all its fields' {
        $fields = @{
            Name = 'Welcome'; Description = 'For new customers'; Status = 'Inactive'; Classification = 'Commercial'
            CustomerKey = 'asset-1'; List = 'All Subscribers - 1'; DataExtension = 'Sends'
            AutoAddSubscriber = $false; UpdateSubscriber = $false; TrackLink = $false
            Cc = 'cc@example.com', '%%Manager%%'; Bcc = 'bcc@example.com'
            CreateJourney = $false; InteractionKey = 'journey-1'
        }
        $made = New-McSendDefinition -Channel Email -DefinitionKey welcome @fields
        $made | Should -BeOfType McMessaging.SendDefinition
        foreach ($definition in $made, (Get-McSendDefinition Email welcome)) {
            $definition.Channel, $definition.DefinitionKey | Should -Be 'Email', 'welcome'
            $fields.Keys | Where-Object { $_ -notin 'TrackLink', 'CreateJourney' } | ForEach-Object {
                $definition.$_ | Should -Be $fields[$_] -Because $_
            }
            $definition.TrackLinks | Should -BeFalse
            $definition.DefinitionId | Should -Not -BeNullOrEmpty
        }
    }

    It 'makes an SMS definition with all its fields' {
        $fields = @{
            Name = 'Code'; Description = 'One-time codes'; Status = 'Active'; Message = 'Your code'
            ShortCode = '86288'; CountryCode = 'US'; Keyword = 'CODE'
            AutoAddSubscriber = $false; UpdateSubscriber = $true; RegulatoryTemplateId = '1107'
        }
        $shortener = @{ IsLinkShorteningEnabled = $true; IsSubscriberTrackingEnabled = $false; ShortenerType = 'SFMC' }
        $null = New-McSendDefinition Sms code @fields -UrlShortenerOption $shortener
        $definition = Get-McSendDefinition Sms code
        $fields.Keys | ForEach-Object { $definition.$_ | Should -Be $fields[$_] -Because $_ }
    }

    It 'leaves to the service what is not given' {
        $definition = New-McSendDefinition Sms code -Name Code -Message Hi `
            -ShortCode 1 -Keyword CODE
        $definition.Status, $definition.AutoAddSubscriber, $definition.Description |
            Should -Be 'Active', $true, $null
    }

    It 'reads how links are shortened, and writes it again' {
        $null = New-McSendDefinition Sms code -Name Code -Message Hi -ShortCode 1 -Keyword CODE `
            -UrlShortenerOption @{ IsLinkShorteningEnabled = $true; ShortenerType = 'SFMC' }
        $options = (Get-McSendDefinition Sms code).UrlShortenerOptions
        $options.IsLinkShorteningEnabled, $options.ShortenerType | Should -Be $true, 'SFMC'
        $null = New-McSendDefinition Sms copy -Name Copy -Message Hi -ShortCode 1 -Keyword CODE `
            -UrlShortenerOptions $options
        (Get-McSendDefinition Sms copy).UrlShortenerOptions | Should -Be $options
    }

    It 'refuses a key of more than 36 characters before any call' {
        $before = $sandbox.Counters.Requests
        $null = New-McSendDefinition Email ('k' * 37) -Name A -CustomerKey c -List l `
            -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'DefinitionKeyTooLong,*'
        $sandbox.Counters.Requests | Should -Be $before
        (New-EmailDefinition ('k' * 36)).DefinitionKey | Should -Be ('k' * 36)
    }

    It 'takes the field''s own name TrackLinks' {
        $made = New-McSendDefinition Email a -Name A -CustomerKey c -List l -TrackLinks $false
        $made.TrackLinks | Should -BeFalse
    }

    It 'tells that the <Taken> is taken' -ForEach @(
        @{ Taken = 'key'; Key = 'welcome'; Name = 'Another' }
        @{ Taken = 'name'; Key = 'another'; Name = 'Name of welcome' }
    ) {
        $null = New-EmailDefinition welcome
        New-McSendDefinition Email $Key -Name $Name -CustomerKey c -List l `
            -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'AlreadyExists,*.NewMcSendDefinitionCommand'
        $problems[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        $problems[0].TargetObject | Should -Be $Key
    }

    It 'tells a value that the service refuses' {
        $null = New-McSendDefinition Email a -Name A -CustomerKey c -List l -Cc 'no address' `
            -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'RequestRejected,*'
        $problems[0].Exception.ErrorCode | Should -Be 109124
    }

    It 'asks for the fields of its own channel: <Channel>' -ForEach @(
        @{ Channel = 'Sms'; Needed = '*-Message, -ShortCode and -Keyword.' }
        @{ Channel = 'Email'; Needed = '*-CustomerKey and -List.' }
    ) {
        $problem = Get-TerminatingError { New-McSendDefinition $Channel a -Name A }
        $problem.FullyQualifiedErrorId | Should -BeLike 'FieldsMissing,*'
        $problem.Exception.Message | Should -BeLike $Needed
    }

    It 'does not mix the fields of the channels' {
        { New-McSendDefinition Email a -Name A -CustomerKey c -List l -Keyword k } | Should -Throw '*parameter set*'
        $before = $sandbox.Counters.Requests
        $null = New-McSendDefinition Sms a -Name A -CustomerKey c -List l `
            -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FieldOfAnotherChannel,*'
        $sandbox.Counters.Requests | Should -Be $before
    }
}
