@{
    # Windows PowerShell 5.1 would speak of a "Windows PowerShell 7.4", which does not exist: a module of one sentence
    # tells it what to do instead. It takes the first branches, every PowerShell 7 the second ones.
    RootModule           = if ($PSEdition -eq 'Desktop') { 'module/WindowsPowerShell.psm1' } else { 'module/McMessaging.dll' }
    ModuleVersion        = '0.1.0'
    CompatiblePSEditions = @('Core')
    GUID                 = '882b6228-e9f8-40ee-8872-df898d5b9ec9'
    Author               = 'The McMessaging authors'
    CompanyName          = 'The McMessaging authors'
    Copyright            = 'Copyright (c) 2026 The McMessaging authors. MIT licence.'
    Description          = 'Transactional email, SMS and triggered sends through Salesforce Marketing Cloud: one result per recipient, no loss, no double send, and a local sandbox to try it without an account. Tested with PowerShell 7.6; it should run in 7.4 and 7.5. Not for Windows PowerShell 5.1: there, call pwsh, or mcmsg.'
    # 7.4 is what the assemblies load in. Tests run in 7.6; 7.4 and 7.5 are out of support.
    PowerShellVersion    = if ($PSEdition -eq 'Desktop') { '5.1' } else { '7.4' }
    TypesToProcess       = @('module/McMessaging.Types.ps1xml', 'module/McMessaging.Copies.Types.ps1xml')
    FormatsToProcess     = @('module/McMessaging.Format.ps1xml')
    CmdletsToExport      = @(
        'Clear-McSandboxMessage'
        'Clear-McSendQueue'
        'Connect-McAccount'
        'Disconnect-McAccount'
        'Export-McSendReport'
        'Get-McConnection'
        'Get-McErrorInfo'
        'Get-McMessageStatus'
        'Get-McNotSentMessage'
        'Get-McSandboxMessage'
        'Get-McSendDefinition'
        'Get-McSendJournal'
        'Get-McSendQueue'
        'Get-McTriggeredSendStatus'
        'Invoke-McTriggeredSend'
        'Measure-McSendResult'
        'New-McRecipient'
        'New-McSendDefinition'
        'Remove-McSendDefinition'
        'Select-McConnection'
        'Send-McEmail'
        'Send-McSms'
        'Set-McSandboxFault'
        'Set-McSendDefinition'
        'Start-McSandbox'
        'Stop-McSandbox'
        'Test-McConnection'
        'Wait-McMessage'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @(
                'Salesforce', 'MarketingCloud', 'SFMC', 'Email', 'SMS', 'Transactional', 'Messaging'
                'PSEdition_Core', 'Windows', 'Linux', 'MacOS'
            )
            LicenseUri   = 'https://github.com/mcmessaging/mcmessaging/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/mcmessaging/mcmessaging'
            IconUri      = 'https://raw.githubusercontent.com/mcmessaging/mcmessaging/main/docs/images/icon.png'
            ReleaseNotes = 'https://github.com/mcmessaging/mcmessaging/blob/main/CHANGELOG.md'
        }
    }
}
