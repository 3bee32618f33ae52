param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'Get-McErrorInfo' {
    It 'finds <Wanted>' -ForEach @(
        @{ Wanted = 109110; Codes = 109110 }
        @{ Wanted = '109110'; Codes = 109110 }
        @{ Wanted = 'Validation_DuplicateMessageKey'; Codes = 109110 }
        @{ Wanted = 'MCMS_UTM_Validation_DuplicateMessageKey'; Codes = 109110 }
        @{ Wanted = 'validation_duplicate*'; Codes = 109110 }
        @{ Wanted = '10911[01]'; Codes = 109110, 109111 }
        @{ Wanted = '10911?'; Codes = 109110..109116 }
        @{ Wanted = '*DuplicateMessageKey', 109110; Codes = 109110 }
        @{ Wanted = 50100, 'Validation_TooManySubscribers'; Codes = 50100, 109101 }
        @{ Wanted = 'CouldNotConnect'; Codes = $null }
        @{ Wanted = 0; Codes = 0 }
    ) {
        $found = Get-McErrorInfo $Wanted
        @($found.Code) | Should -Be @($Codes)
        foreach ($info in $found) {
            $info | Should -BeOfType McMessaging.ErrorInfo
            $info.Meaning, $info.RecommendedAction | Should -Not -BeNullOrEmpty
        }
    }

    It 'tells all meanings of a number, and all there is' {
        (Get-McErrorInfo 1000).Level | Should -Be 'Subscriber', 'SmsDelivery'
        (Get-McErrorInfo).Level | Select-Object -Unique | Should -Be (
            'Response', 'Rest', 'Triggered', 'Http', 'Subscriber', 'SmsDelivery', 'Client')
    }

    It 'finds errors by -ErrorName alone, with wildcards' {
        $found = Get-McErrorInfo -ErrorName *_to
        $found | Should -Not -BeNullOrEmpty
        $found.Name | Should -BeLike '*_to'
    }

    It 'says whether a retry helps' {
        (Get-McErrorInfo 50100).RepeatHelps | Should -Be 'Yes'
        (Get-McErrorInfo 109121).RepeatHelps | Should -Be 'No'
    }

    It 'has an error for what is unknown, not for a pattern that finds none' {
        $found = Get-McErrorInfo 424242, 109110, Nonsense -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.Code | Should -Be 109110
        $problems.FullyQualifiedErrorId | Should -BeLike 'ErrorNotFound,*'
        $problems.TargetObject | Should -Be '424242', 'Nonsense'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        Get-McErrorInfo Nonsense* -ErrorAction Stop | Should -BeNullOrEmpty
    }

    Context 'with the results of a send' {
        BeforeAll {
            $sandbox = Connect-PromptSandbox
            $rows = @(
                @{ ContactKey = 'C-1'; To = 'c1@example.com' }
                @{ ContactKey = 'C-2'; To = 'no address' }
                @{ ContactKey = 'C-3'; To = 'no address either' }
                @{ To = 'c4@example.com' }
                'no recipient'
            )
            $results = $rows | Send-McEmail welcome -ErrorAction SilentlyContinue
        }

        AfterAll {
            $sandbox.Stop()
        }

        It 'explains each error once, and nothing that was accepted: <Kind>' -ForEach @(
            @{ Kind = 'live'; Convert = { $results } }
            @{ Kind = 'from a CSV file'; Convert = { $results | ConvertTo-Csv | ConvertFrom-Csv } }
        ) {
            $found = & $Convert | Get-McErrorInfo -ErrorAction Stop
            $found.Name | Should -Be @(
                'Validation_InvalidValue_to', 'Validation_MissingRequiredField_subscriberKey', 'NotARecipient')
        }

        It 'explains why messages were not sent' {
            $sent = @{ ContactKey = 'C-9'; To = 'notsent@example.com' } | Send-McEmail welcome
            ($sent | Get-McMessageStatus | Get-McErrorInfo).Name | Should -Be 'ListDetectiveExclusion'
            (Get-McNotSentMessage Email | Get-McErrorInfo).Name | Should -Be 'ListDetectiveExclusion'
        }

        It 'gives Measure-McSendResult the meaning of its errors' {
            $count = ($results | Measure-McSendResult).ByErrorCode | Where-Object ErrorCode -eq 109121
            $count.Meaning | Should -Be (Get-McErrorInfo 109121).Meaning
        }
    }
}
