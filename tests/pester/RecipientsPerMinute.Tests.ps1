param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-Sandbox
}

AfterAll {
    $sandbox.Stop()
}

Describe '-RecipientsPerMinute' {
    It 'is a parameter of <_>' -ForEach Send-McEmail, Send-McSms, Invoke-McTriggeredSend {
        (Get-Command $_).Parameters['RecipientsPerMinute'].ParameterType | Should -Be ([Nullable[int]])
    }

    It 'makes batches smaller, so that one begins every few seconds' {
        $requests = New-Row 120 | Send-McEmail welcome -RecipientsPerMinute 600 -AsRequestBody
        $requests.RecipientCount | Should -Be 50, 50, 20
    }

    It 'ends at once when the pipeline is stopped while it waits' {
        $results = New-Row 5 | Send-McEmail welcome -RecipientsPerMinute 1 | Select-Object -First 1
        $results.Outcome | Should -Be 'Accepted'
        $sandbox.Counters.EmailAccepted | Should -Be 1
    }

    It 'refuses <_>' -ForEach 0, -1 {
        (Get-TerminatingError { New-Row 1 | Send-McEmail welcome -RecipientsPerMinute $_ }).FullyQualifiedErrorId |
            Should -BeLike 'ParameterArgumentValidationError,*'
    }
}
