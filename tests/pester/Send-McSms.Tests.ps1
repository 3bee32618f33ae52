param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-Sandbox
    $row = [pscustomobject]@{ ContactKey = 'S-1'; MobileNumber = '15555551234'; Code = '4711' }
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Send-McSms' {
    It 'sends to mobile numbers' {
        $result = $row | Send-McSms code
        $result.Outcome, $result.Channel, $result.To | Should -Be 'Accepted', 'Sms', '15555551234'
        $sandbox.Counters.SmsAccepted | Should -Be 1
        (Get-McSandboxMessage Sms).Attributes['Code'] | Should -Be '4711'
    }

    It 'replaces the text and resubscribes' {
        $body = ($row | Send-McSms code -MessageText 'Hello' -Resubscribe -AsRequestBody).Body | ConvertFrom-Json
        $body.content.message | Should -Be 'Hello'
        $body.subscriptions.resubscribe | Should -BeTrue
    }

    It 'leaves both to the definition by default' {
        $body = ($row | Send-McSms code -AsRequestBody).Body | ConvertFrom-Json
        $body.psobject.Properties.Name | Should -Not -Contain 'content'
        $body.psobject.Properties.Name | Should -Not -Contain 'subscriptions'
    }
}
