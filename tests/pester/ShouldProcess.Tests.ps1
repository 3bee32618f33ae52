param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    . $PSScriptRoot/AnsweringHost.ps1

    function Invoke-Answering {
        param([int[]] $Answer, [string] $Script)
        $script:asked = [System.Collections.Generic.List[string]]::new()
        $runspace = [runspacefactory]::CreateRunspace(
            [AnsweringHost]::new($Answer, $asked), [initialsessionstate]::CreateDefault2())
        $runspace.Open()
        $shell = [powershell]::Create($runspace)
        try {
            $runspace.SessionStateProxy.SetVariable('sandbox', $sandbox)
            $null = $shell.AddScript("Import-Module '$ModulePath'; Connect-McAccount -Sandbox `$sandbox").Invoke()
            $shell.Commands.Clear()
            $shell.AddScript($Script).Invoke()
        }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
        }
    }
}

Describe 'A send with -WhatIf' {
    BeforeEach {
        $sandbox = Connect-Sandbox
        $before = $sandbox.Counters
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'makes no HTTP call: <Name>' -ForEach @(
        @{ Name = 'Send-McEmail'; Send = { $_ | Send-McEmail welcome -WhatIf } }
        @{ Name = 'Send-McSms'; Send = { $_ | Send-McSms welcome -WhatIf } }
        @{ Name = 'Invoke-McTriggeredSend'; Send = { $_ | Invoke-McTriggeredSend welcome -WhatIf } }
        @{ Name = '$WhatIfPreference'; Send = { $WhatIfPreference = $true; $_ | Send-McEmail welcome } }
    ) {
        $null = New-Row 3 | ForEach-Object $Send
        $sandbox.Counters.Requests | Should -Be $before.Requests
        $sandbox.Counters.TokenRequests | Should -Be $before.TokenRequests
    }

    It 'emits no result: <Name>' -ForEach @(
        @{ Name = 'of a request'; Send = { New-Row 3 | Send-McEmail welcome -WhatIf } }
        @{ Name = 'of a triggered send'; Send = { New-Row 3 | Invoke-McTriggeredSend welcome -WhatIf } }
        @{ Name = 'with $WhatIfPreference'; Send = { $WhatIfPreference = $true; New-Row 3 | Send-McEmail welcome } }
        @{ Name = 'in a function with -WhatIf'; Send = {
            function Send-All { [CmdletBinding(SupportsShouldProcess)] param() New-Row 3 | Send-McEmail welcome }
            Send-All -WhatIf } }
        @{ Name = 'of recipients that are rejected before sending'; Send = {
            @{ To = 'a@example.com' } | Send-McEmail welcome -WhatIf -ErrorAction SilentlyContinue } }
    ) {
        & $Send | Should -BeNullOrEmpty
    }

    It 'still tells the errors that the real send would have' {
        $null = @{ To = 'a@example.com' } |
            Send-McEmail welcome -WhatIf -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'RecipientsRejected,*'
    }

    It 'advises nothing that only a run which sent something needs' {
        $null = @{ To = 'a@example.com' }, @{ ContactKey = 'b' } |
            Send-McEmail welcome -JournalPath (Join-Path $TestDrive 'whatif.journal') -WhatIf `
                -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike 'Correct the data*'
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -Match '-RunId|-RetryRejected'
    }

    It 'sends, and emits results, with -WhatIf:$false' {
        $WhatIfPreference = $true
        (New-Row 1 | Send-McEmail welcome -WhatIf:$false).Outcome | Should -Be 'Accepted'
    }

    It 'says for each request what it would do, without an address' {
        $output = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command {
            param($path)
            Import-Module $path
            $null = Connect-McAccount -Sandbox (Start-McSandbox)
            1..5 | ForEach-Object { @{ ContactKey = "C-$_"; To = 'secret.address@example.com' } } |
                Send-McEmail welcome -BatchSize 2 -WhatIf | Out-Null
        } -args $ModulePath
        @($output -like 'What if: *welcome*').Count | Should -Be 3
        "$output" | Should -Not -BeLike '*secret.address*'
    }

    It 'says once what many triggered sends would do' {
        $output = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command {
            param($path)
            Import-Module $path
            $null = Connect-McAccount -Sandbox (Start-McSandbox)
            1..5 | ForEach-Object { @{ ContactKey = "C-$_"; To = 'a@example.com' } } |
                Invoke-McTriggeredSend welcome -WhatIf | Out-Null
        } -args $ModulePath
        @($output -like "What if: *5 recipients with definition 'welcome'*") | Should -HaveCount 1
        @($output -like 'What if: *') | Should -HaveCount 1
    }

    It 'leaves no recipient out of a later run with the same journal' {
        $journal = Join-Path $TestDrive 'whatif.jsonl'
        $null = New-Row 3 | Send-McEmail welcome -JournalPath $journal -WhatIf
        (New-Row 3 | Send-McEmail welcome -JournalPath $journal).Outcome | Should -Be 'Accepted', 'Accepted', 'Accepted'
    }
}

Describe 'A send with -Confirm' {
    BeforeEach {
        $sandbox = Connect-Sandbox
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'asks once per request and sends what was confirmed' {
        $results = Invoke-Answering -Answer 0, 2, 0 -Script {
            1..6 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } } |
                Send-McEmail welcome -BatchSize 2 -Confirm
        }
        $asked.Count | Should -Be 3
        $results.Outcome | Should -Be 'Accepted', 'Accepted', 'Cancelled', 'Cancelled', 'Accepted', 'Accepted'
        $sandbox.Counters.EmailAccepted | Should -Be 4
    }

    It 'asks no more after <Answer>' -ForEach @(
        @{ Answer = 'Yes to All'; Choice = 1; Accepted = 6 }
        @{ Answer = 'No to All'; Choice = 3; Accepted = 0 }
    ) {
        $null = Invoke-Answering -Answer $Choice -Script {
            1..6 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } } |
                Send-McEmail welcome -BatchSize 2 -Confirm
        }
        $asked.Count | Should -Be 1
        $sandbox.Counters.EmailAccepted | Should -Be $Accepted
    }

    It 'asks nothing by default' {
        $null = Invoke-Answering -Answer @() -Script {
            @{ ContactKey = 'C-1'; To = 'c1@example.com' } | Send-McEmail welcome
        }
        $asked.Count | Should -Be 0
        $sandbox.Counters.EmailAccepted | Should -Be 1
    }
}

Describe 'What takes something away for good' {
    BeforeEach {
        $sandbox = Connect-PromptSandbox
        $null = New-EmailDefinition paused -Status Inactive
        $null = New-Row 3 | Send-McEmail paused
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'asks before it <What>, and does nothing after No' -ForEach @(
        @{ What = 'deletes a definition'; Script = { Remove-McSendDefinition Email paused } }
        @{ What = 'clears a queue'; Script = { Clear-McSendQueue Email paused } }
    ) {
        $null = Invoke-Answering -Answer 2 -Script $Script
        $asked | Should -HaveCount 1
        $asked[0] | Should -BeLike "*'paused'*"
        (Get-McSendQueue Email paused).psobject.Properties['Count'].Value | Should -Be 3
    }

    It 'does not ask with -Force, before it <What>' -ForEach @(
        @{ What = 'deletes a definition'; Script = { Remove-McSendDefinition Email paused -Force }; Left = 0 }
        @{ What = 'clears a queue'; Script = { Clear-McSendQueue Email paused -Force }; Left = 1 }
    ) {
        $null = Invoke-Answering -Answer @() -Script $Script
        $asked | Should -HaveCount 0
        @(Get-McSendDefinition Email).Count | Should -Be $Left
        @(Get-McNotSentMessage Email).Count | Should -Be 3
    }

    It 'does nothing with -Force and -WhatIf' {
        Clear-McSendQueue Email paused -Force -WhatIf
        (Get-McSendQueue Email paused).psobject.Properties['Count'].Value | Should -Be 3
    }
}

Describe 'A change of a definition with -WhatIf' {
    BeforeEach {
        $sandbox = Connect-PromptSandbox
    }

    AfterEach {
        $sandbox.Stop()
    }

    It 'changes nothing: <Name>' -ForEach @(
        @{ Name = 'New-McSendDefinition'; Change = {
            New-McSendDefinition Email a -Name A -CustomerKey c -List l -WhatIf } }
        @{ Name = 'Set-McSendDefinition'; Change = {
            Set-McSendDefinition Email welcome -Status Inactive -PassThru -WhatIf } }
        @{ Name = 'Remove-McSendDefinition'; Change = { Remove-McSendDefinition Email welcome -WhatIf } }
        @{ Name = 'Clear-McSendQueue'; Change = { Clear-McSendQueue Email welcome -WhatIf } }
    ) {
        $null = New-EmailDefinition welcome
        $before = $sandbox.Counters
        & $Change | Should -BeNullOrEmpty
        $sandbox.Counters.Requests | Should -Be $before.Requests
        $sandbox.Counters.TokenRequests | Should -Be $before.TokenRequests
    }
}
