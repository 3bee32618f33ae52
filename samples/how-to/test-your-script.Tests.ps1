# docs/how-to/test-your-script.md: its test, with a sandbox in the place of the service.

BeforeAll {
    $sandbox = Start-McSandbox -StrictDefinition
    $null = Connect-McAccount -Sandbox $sandbox
    $null = New-McSendDefinition Email welcome -Name Welcome -CustomerKey asset -List 'All Subscribers'
    $customers = Join-Path $TestDrive customers.csv
    Set-Content $customers @'
ContactKey,Email,FirstName,Status
C1,ada@example.com,Ada,new
C2,grace@example.com,Grace,old
C3,alan@example.com,Alan,new
'@
}

AfterAll {
    Stop-McSandbox $sandbox
}

Describe 'test-your-script.ps1' {
    BeforeEach {
        Clear-McSandboxMessage $sandbox
    }

    It 'sends to new customers, and to nobody else' {
        & $PSScriptRoot/test-your-script.ps1 $customers
        (Get-McSandboxMessage Email).ContactKey | Should -Be C1, C3
        (Get-McSandboxMessage Email)[0].Attributes.FirstName | Should -Be Ada
    }

    It 'sends each message once, although responses are lost' {
        Set-McSandboxFault @{ dropAfter = '1x1' }
        $count = & $PSScriptRoot/test-your-script.ps1 $customers
        $count.Accepted + $count.AlreadyAccepted | Should -Be 2
        @(Get-McSandboxMessage Email | Where-Object Accepted).Count | Should -Be 2
    }
}
