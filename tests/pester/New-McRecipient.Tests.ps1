param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'New-McRecipient' {
    It 'makes a recipient' {
        $recipient = New-McRecipient C-1 one@example.com -MessageKey M-1 -Attribute @{ FirstName = 'Ada' }
        $recipient | Should -BeOfType McMessaging.Recipient
        $recipient.ContactKey, $recipient.To, $recipient.MessageKey | Should -Be 'C-1', 'one@example.com', 'M-1'
        $recipient.Attributes['firstname'] | Should -Be 'Ada'
    }

    It 'keeps the order of ordered attributes' {
        (New-McRecipient C-1 -Attribute ([ordered]@{ Z = 1; A = 2; M = 3 })).Attributes.Keys | Should -Be 'Z', 'A', 'M'
    }

    It 'does not change with the dictionary it was made from' {
        $attributes = @{ FirstName = 'Ada' }
        $recipient = New-McRecipient C-1 -Attribute $attributes
        $attributes.FirstName = 'Bob'
        $recipient.Attributes['FirstName'] | Should -Be 'Ada'
    }

    It 'refuses an attribute that is given twice' {
        $attributes = [System.Collections.Generic.Dictionary[string, object]]::new()
        $attributes['Name'] = 1
        $attributes['name'] = 2
        (Get-TerminatingError { New-McRecipient C-1 -Attribute $attributes }).FullyQualifiedErrorId |
            Should -BeLike 'AttributeGivenTwice,*'
    }

    It 'takes its properties from the pipeline' {
        $recipients = [pscustomobject]@{ SubscriberKey = 'C-1'; To = 'a@example.com' },
            [pscustomobject]@{ SubscriberKey = 'C-2'; To = 'b@example.com' } | New-McRecipient
        $recipients.ContactKey | Should -Be 'C-1', 'C-2'
    }
}
