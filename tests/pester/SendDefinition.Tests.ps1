param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Send definitions' {
    BeforeEach {
        $sandbox = Connect-PromptSandbox
    }

    AfterEach {
        $sandbox.Stop()
    }

    Context 'New-McSendDefinition' {
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
                $fields.Keys | Where-Object { $_ -ne 'TrackLink' } | ForEach-Object {
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
                AutoAddSubscriber = $false; UpdateSubscriber = $true
            }
            $null = New-McSendDefinition Sms code @fields
            $definition = Get-McSendDefinition Sms code
            $fields.Keys | ForEach-Object { $definition.$_ | Should -Be $fields[$_] -Because $_ }
        }

        It 'leaves to the service what is not given' {
            $definition = New-McSendDefinition Sms code -Name Code -Message Hi -ShortCode 1 -CountryCode ''
            $definition.Status, $definition.AutoAddSubscriber, $definition.Keyword | Should -Be 'Active', $true, $null
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

        It 'does not mix the fields of the channels' {
            { New-McSendDefinition Email a -Name A -CustomerKey c -List l -Keyword k } | Should -Throw '*parameter set*'
            $before = $sandbox.Counters.Requests
            $null = New-McSendDefinition Sms a -Name A -CustomerKey c -List l `
                -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'FieldOfAnotherChannel,*'
            $sandbox.Counters.Requests | Should -Be $before
        }
    }

    Context 'Get-McSendDefinition' {
        BeforeEach {
            1..60 | ForEach-Object { $null = New-EmailDefinition "order_$_" }
            $null = New-EmailDefinition welcome -Status Inactive
            $null = New-McSendDefinition Sms code -Name Code -Message Hi -ShortCode 1 -CountryCode ''
        }

        It 'lists all of a channel, over several pages' {
            @(Get-McSendDefinition Email).Count | Should -Be 61
            (Get-McSendDefinition -Channel Sms).DefinitionKey | Should -Be 'code'
        }

        It 'gets those that fit a pattern' {
            (Get-McSendDefinition Email order_5?).Count | Should -Be 10
            (Get-McSendDefinition Email W*, order_1).DefinitionKey | Should -Be 'welcome', 'order_1'
            Get-McSendDefinition Email nothing* -ErrorAction Stop | Should -BeNullOrEmpty
        }

        It 'gets those with a status' {
            (Get-McSendDefinition Email -Status Inactive).DefinitionKey | Should -Be 'welcome'
            (Get-McSendDefinition Email welcome -Status Inactive).DefinitionKey | Should -Be 'welcome'
            Get-McSendDefinition Email welcome -Status Active | Should -BeNullOrEmpty
            Remove-McSendDefinition Email welcome
            (Get-McSendDefinition Email -Status Deleted).Name | Should -Be 'Name of welcome'
            @(Get-McSendDefinition Email).Count | Should -Be 60
        }

        It 'gets all fields of what a list found' {
            (Get-McSendDefinition Email w*).CustomerKey | Should -BeNullOrEmpty
            (Get-McSendDefinition Email w* | Get-McSendDefinition).CustomerKey | Should -Be 'asset'
        }

        It 'gets the definitions of a send''s results' {
            (New-Row 1 | Send-McEmail welcome | Get-McSendDefinition).Name | Should -Be 'Name of welcome'
        }

        It 'has an error for a key that is unknown, and goes on' {
            $found = Get-McSendDefinition Email nowhere, welcome -ErrorAction SilentlyContinue -ErrorVariable problems
            $found.DefinitionKey | Should -Be 'welcome'
            $problems[0].FullyQualifiedErrorId | Should -Be 'NotFound,McMessaging.Commands.GetMcSendDefinitionCommand'
            $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $problems[0].TargetObject | Should -Be 'nowhere'
        }
    }

    Context 'Set-McSendDefinition' {
        BeforeEach {
            $null = New-EmailDefinition welcome
            $null = New-EmailDefinition farewell
        }

        It 'changes what is given, and nothing else' {
            Set-McSendDefinition Email welcome -Description new -TrackLink $false -Cc a@example.com |
                Should -BeNullOrEmpty
            $definition = Get-McSendDefinition Email welcome
            $definition.Description, $definition.TrackLinks, $definition.Cc | Should -Be 'new', $false, 'a@example.com'
            $definition.Name, $definition.CustomerKey, $definition.Status |
                Should -Be 'Name of welcome', 'asset', 'Active'
        }

        It 'takes definitions from the pipeline, without sending their fields back' {
            $changed = Get-McSendDefinition Email | Set-McSendDefinition -Status Inactive -PassThru
            $changed.DefinitionKey | Should -Be 'welcome', 'farewell'
            $changed.Status | Should -Be 'Inactive', 'Inactive'
            $changed.Name | Should -Be 'Name of welcome', 'Name of farewell'
        }

        It 'empties a field' {
            Set-McSendDefinition Email welcome -Description old -Cc a@example.com -Bcc b@example.com
            Set-McSendDefinition Email welcome -Description '' -Cc @()
            $definition = Get-McSendDefinition Email welcome
            $definition.Description, "$($definition.Cc)", $definition.Bcc | Should -Be '', '', 'b@example.com'
        }

        It 'sends $null where it is given, which the sandbox takes as left out' {
            Set-McSendDefinition Email welcome -Description old
            $before = $sandbox.Counters.Requests
            Set-McSendDefinition Email welcome -Description $null -Cc $null -ErrorAction Stop
            $sandbox.Counters.Requests - $before | Should -Be 1
            (Get-McSendDefinition Email welcome).Description | Should -Be 'old'
        }

        It 'changes an SMS definition' {
            $null = New-McSendDefinition Sms code -Name Code -Message Hi -ShortCode 1 -CountryCode US
            (Set-McSendDefinition Sms code -Message Hello -CountryCode '' -PassThru).Message | Should -Be 'Hello'
            (Get-McSendDefinition Sms code).CountryCode | Should -Be ''
        }

        It 'needs something to change' {
            $before = $sandbox.Counters.Requests
            (Get-TerminatingError { Set-McSendDefinition Email welcome }).FullyQualifiedErrorId |
                Should -BeLike 'NothingToChange,*'
            $sandbox.Counters.Requests | Should -Be $before
        }

        It 'does not mix the fields of the channels' {
            { Set-McSendDefinition Email welcome -CustomerKey c -Message m } | Should -Throw '*parameter set*'
            Set-McSendDefinition Email welcome -Message m -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'FieldOfAnotherChannel,*'
        }

        It 'has an error for a key that is unknown, and goes on' {
            Set-McSendDefinition Email nowhere, welcome -Status Inactive `
                -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems.TargetObject | Should -Be 'nowhere'
            $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            (Get-McSendDefinition Email welcome).Status | Should -Be 'Inactive'
        }
    }

    Context 'Remove-McSendDefinition' {
        BeforeEach {
            'welcome', 'farewell', 'order' | ForEach-Object { $null = New-EmailDefinition $_ }
        }

        It 'deletes by key and from the pipeline' {
            Remove-McSendDefinition Email order | Should -BeNullOrEmpty
            Get-McSendDefinition Email w* | Remove-McSendDefinition
            (Get-McSendDefinition Email).DefinitionKey | Should -Be 'farewell'
        }

        It 'has an error for a key that is unknown, and goes on' {
            Remove-McSendDefinition Email nowhere, order -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*.RemoveMcSendDefinitionCommand'
            $problems[0].TargetObject | Should -Be 'nowhere'
            @(Get-McSendDefinition Email).Count | Should -Be 2
        }

        It 'takes no pattern: a typing error must not delete' {
            Remove-McSendDefinition Email * -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            @(Get-McSendDefinition Email).Count | Should -Be 3
        }
    }

    It 'are not touched with -WhatIf: <Name>' -ForEach @(
        @{ Name = 'New'; Change = { New-McSendDefinition Email a -Name A -CustomerKey c -List l -WhatIf } }
        @{ Name = 'Set'; Change = { Set-McSendDefinition Email welcome -Status Inactive -PassThru -WhatIf } }
        @{ Name = 'Remove'; Change = { Remove-McSendDefinition Email welcome -WhatIf } }
        @{ Name = 'Clear'; Change = { Clear-McSendQueue Email welcome -WhatIf } }
    ) {
        $null = New-EmailDefinition welcome
        $before = $sandbox.Counters
        & $Change | Should -BeNullOrEmpty
        $sandbox.Counters.Requests | Should -Be $before.Requests
        $sandbox.Counters.TokenRequests | Should -Be $before.TokenRequests
    }
}
