param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-PromptSandbox
    $rows = @{ ContactKey = 'C-1'; To = 'c1@example.com' }, @{ ContactKey = 'C-2'; To = 'notsent@example.com' }
    $id = [guid]::NewGuid()
    $byKey = $rows | Invoke-McTriggeredSend order_shipped
    $byId = $rows | Invoke-McTriggeredSend -Id $id
    $byGuidKey = $rows | Invoke-McTriggeredSend -Key "$([guid]::NewGuid())"
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Get-McTriggeredSendStatus' {
    It 'takes <Input>' -ForEach @(
        @{ Input = 'a key'; Sends = { $byKey }; Ask = {
            Get-McTriggeredSendStatus order_shipped $byKey.RecipientSendId } }
        @{ Input = 'an id'; Sends = { $byId }; Ask = {
            Get-McTriggeredSendStatus -Id $id -RecipientSendId $byId.RecipientSendId } }
        @{ Input = 'results by key'; Sends = { $byKey }; Ask = { $byKey | Get-McTriggeredSendStatus } }
        @{ Input = 'results by id'; Sends = { $byId }; Ask = { $byId | Get-McTriggeredSendStatus } }
        @{ Input = 'results by a key like an id'; Sends = { $byGuidKey }; Ask = {
            $byGuidKey | Get-McTriggeredSendStatus } }
        @{ Input = 'results and their id'; Sends = { $byId }; Ask = { $byId | Get-McTriggeredSendStatus -Id $id } }
        @{ Input = 'results from a CSV file'; Sends = { $byKey }; Ask = {
            $byKey | ConvertTo-Csv | ConvertFrom-Csv | Get-McTriggeredSendStatus } }
    ) {
        $statuses = & $Ask
        $statuses | Should -BeOfType McMessaging.TriggeredSendStatus
        $statuses.RecipientSendId | Should -Be (& $Sends).RecipientSendId
        $statuses.State | Should -Be 'Sent', 'NotSent'
        $statuses[0].ContactKey | Should -Be 'C-1'
        $statuses[1].ErrorMessage | Should -Be 'ListDetectiveExclusion'
    }

    It 'has an error for what is unknown, and goes on' {
        $ids = 'nowhere', $byKey[0].RecipientSendId, ''
        $status = Get-McTriggeredSendStatus order_shipped $ids -ErrorAction SilentlyContinue -ErrorVariable problems
        $status.State | Should -Be 'Sent'
        $problems.FullyQualifiedErrorId | Should -BeLike '*,McMessaging.Commands.GetMcTriggeredSendStatusCommand'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problems[0].TargetObject | Should -Be 'nowhere'
    }

    It 'has an error for a send that was refused' {
        $refused = @{ ContactKey = 'C-3'; To = 'no address' } |
            Invoke-McTriggeredSend order_shipped -ErrorAction SilentlyContinue
        $refused | Get-McTriggeredSendStatus -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.FullyQualifiedErrorId | Should -BeLike 'MissingKey,*'
        $problems.TargetObject | Should -Be 'order_shipped'
    }
}
