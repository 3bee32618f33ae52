param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Set-McSendDefinition' {
    BeforeEach {
        $sandbox = Connect-PromptSandbox -StrictDefinition
        $null = New-EmailDefinition welcome
        $null = New-EmailDefinition farewell
    }

    AfterEach {
        $sandbox.Stop()
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
        $null = New-McSendDefinition Sms code -Name Code -Message Hi `
            -ShortCode 1 -CountryCode US -Keyword CODE
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
