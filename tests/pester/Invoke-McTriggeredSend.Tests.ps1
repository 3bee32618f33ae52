param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Invoke-McTriggeredSend' {
    BeforeEach {
        $sandbox = Connect-Sandbox
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'makes one request per recipient and gives the results in order' {
        $results = New-Row 30 | Invoke-McTriggeredSend order-shipped -ThrottleLimit 8
        $results.ContactKey | Should -Be (1..30 | ForEach-Object { "C-$_" })
        $results[0] | Should -BeOfType McMessaging.TriggeredSendResult
        $results.Outcome | Select-Object -Unique | Should -Be 'Accepted'
        @($results.RecipientSendId | Select-Object -Unique).Count | Should -Be 30
        $results[0].DefinitionKey | Should -Be 'order-shipped'
        $sandbox.Counters.TriggeredAccepted | Should -Be 30
    }

    It 'takes the id of the definition' {
        $id = [guid]::NewGuid()
        $result = New-Row 1 | Invoke-McTriggeredSend -Id $id
        $result.Outcome | Should -Be 'Accepted'
        $result.DefinitionKey | Should -Be "$id"
    }

    It 'sends the sender and the request type' {
        $sender = @{ FromAddress = 'shop@example.com'; FromName = 'Shop' }
        $preview = New-Row 1 | Invoke-McTriggeredSend key @sender -RequestType Sync -AsRequestBody
        $body = $preview.Body | ConvertFrom-Json
        $body.From.Address, $body.From.Name, $body.Options.RequestType | Should -Be 'shop@example.com', 'Shop', 'SYNC'
        $body.To.SubscriberKey | Should -Be 'C-1'
    }

    It 'does not retry what may have been sent' {
        Set-McSandboxFault @{ dropAfter = 1 }
        $result = New-Row 1 | Invoke-McTriggeredSend key -ErrorAction SilentlyContinue
        $result.Outcome | Should -Be 'Unknown'
        $sandbox.Counters.TriggeredAccepted | Should -Be 1
    }

    It 'retries it where it is told to' {
        Set-McSandboxFault @{ dropAfter = 1 }
        New-Row 1 | Invoke-McTriggeredSend key -RetryAmbiguous -MaxRetryCount 1 -ErrorAction SilentlyContinue | Out-Null
        $sandbox.Counters.TriggeredAccepted | Should -Be 2
    }
}
