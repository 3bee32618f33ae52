param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeDiscovery {
    $sends = @(
        @{ Name = 'Send-McEmail'; Address = 'a@example.com' }
        @{ Name = 'Send-McSms'; Address = '15555551234' }
        @{ Name = 'Invoke-McTriggeredSend'; Address = 'a@example.com' }
    )
}

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-Sandbox
    $common = [System.Management.Automation.Cmdlet]::CommonParameters
}

AfterAll {
    $sandbox.Stop()
}

Describe 'One message without an object, by <Name>' -ForEach $sends {
    It 'is sent to the recipient that parameters give' {
        Set-McSandboxFault @{}
        $before = @(Get-McSandboxMessage).Count
        $result = & $Name welcome -ContactKey C1 -To $Address -Attribute @{ FirstName = 'Ada' }
        $result.Outcome, $result.ContactKey, $result.To | Should -Be 'Accepted', 'C1', $Address
        $message = @(Get-McSandboxMessage)[-1]
        @(Get-McSandboxMessage).Count - $before | Should -Be 1
        $message.Attributes['FirstName'] | Should -Be 'Ada'
    }

    It 'has the message key that is given' {
        (& $Name welcome -ContactKey C1 -To $Address -MessageKey "M-$Name").MessageKey | Should -Be "M-$Name"
    }

    It 'takes no property of an object' {
        { & $Name welcome -ContactKey C1 -ToProperty Mail } | Should -Throw '*parameter set*'
    }

    It 'takes no objects' {
        { New-Row 1 | & $Name welcome -ContactKey C1 -ErrorAction Stop } | Should -Throw
    }

    It 'is one of the sets that Get-Command shows' {
        (Get-Command $Name).ParameterSets.Name | Should -Contain 'Message'
    }
}

Describe 'A triggered send by id' {
    It 'is sent to the recipient that parameters give' {
        $id = [guid]::NewGuid()
        $result = Invoke-McTriggeredSend -Id $id -ContactKey C1 -To a@example.com
        $result.Outcome, $result.DefinitionKey | Should -Be 'Accepted', "$id"
    }
}

Describe 'Attributes for every recipient of a triggered send' {
    It 'are those of -Attribute, and a recipient''s own come first' {
        $bodies = [pscustomobject]@{ ContactKey = 'C-1'; Shop = 'South' }, [pscustomobject]@{ ContactKey = 'C-2' } |
            Invoke-McTriggeredSend welcome -Attribute @{ shop = 'North' } -AsRequestBody |
            ForEach-Object { ($_.Body | ConvertFrom-Json).To.ContactAttributes.SubscriberAttributes }
        $bodies[0].Shop, $bodies[1].shop | Should -Be 'South', 'North'
        @($bodies[0].psobject.Properties).Count | Should -Be 1
    }
}

Describe 'The parameters of the sending cmdlets' {
    It 'are no abbreviations of a sibling''s: -<Name>' -ForEach @(
        'Send-McEmail', 'Send-McSms', 'Invoke-McTriggeredSend' | ForEach-Object { @{ Name = $_ } }
    ) {
        $own = (Get-Command $Name).Parameters
        foreach ($sibling in 'Send-McEmail', 'Send-McSms', 'Invoke-McTriggeredSend') {
            foreach ($other in (Get-Command $sibling).Parameters.Keys | Where-Object { $_ -notin $common }) {
                $own.Keys | Where-Object { $_.StartsWith($other) -and -not $own.ContainsKey($other) } |
                    Should -BeNullOrEmpty -Because "$sibling -$other would be bound to it"
            }
        }
    }
}
