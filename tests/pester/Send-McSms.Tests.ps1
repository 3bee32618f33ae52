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

    It 'takes a number as people write it: <Number>' -ForEach @(
        @{ Number = '+49 170 123-45.67'; Sent = '491701234567' }
        @{ Number = '0049 (0)170 1234567'; Sent = '491701234567' }
    ) {
        $result = @{ ContactKey = 'S-2'; Phone = " $Number " } | Send-McSms code
        $result.Outcome, $result.To | Should -Be 'Accepted', " $Number "
        @(Get-McSandboxMessage Sms)[-1].To | Should -Be $Sent
    }

    It 'refuses a number with letters, before sending' {
        $before = $sandbox.Counters.Requests
        $result = @{ ContactKey = 'S-3'; Phone = '0800 CALL' } | Send-McSms code -ErrorAction SilentlyContinue
        $result.Outcome, $result.ErrorCode | Should -Be 'Rejected', 109121
        $sandbox.Counters.Requests | Should -Be $before
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
