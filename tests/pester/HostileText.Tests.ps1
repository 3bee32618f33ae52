param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeDiscovery {
    # Every type that the module has a view for, and every text in it, is tried: a new one cannot be forgotten.
    $format = [xml] (Get-Content -Raw (Join-Path (Split-Path $ModulePath) 'module/McMessaging.Format.ps1xml'))
    # The catalogue of errors holds words of our own alone.
    $types = $format.SelectNodes('//ViewSelectedBy/TypeName').InnerText | Sort-Object -Unique |
        Where-Object { $_ -ne 'McMessaging.ErrorInfo' } |
        ForEach-Object { @{ Name = $_ } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath

    $forged = 'All 500 accepted'
    $hostile = "x`e[2J`e]0;t`a`b`r`n$forged`u{85}$forged`u{2028}$forged`u{202e}`u{2066}`u{200b}`u{9b}31m" +
        [char] 0xd83d + ('w' * 3000)

    # What a terminal would obey; PowerShell's own colours are taken out first.
    $control = "[`u{0}-`u{9}`u{b}-`u{1f}`u{7f}-`u{9f}`u{200b}`u{200e}`u{200f}`u{2028}-`u{202e}`u{2066}-`u{2069}" +
        "`u{d800}-`u{dfff}]"

    function Assert-Harmless {
        param([Parameter(ValueFromPipeline)] [string] $Text)
        process {
            $plain = $Text -replace "`e\[[\d;]*m", '' -replace '\r\n', "`n"
            $found = [regex]::Match($plain, $control)
            $shown = $plain.Substring(0, $found.Index) -replace '(?s).*(?=.{60})'
            ($found.Success ? "U+{0:X4} after '$shown'" -f [int] $found.Value[0] : '') | Should -BeNullOrEmpty
            @($plain -split "`n") -match "^\s*$forged" | Should -BeNullOrEmpty
        }
    }

    function New-HostileObject {
        param([type] $Type)
        $made = [System.Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject($Type)
        for ($at = $Type; $at -and $at -ne [object]; $at = $at.BaseType) {
            foreach ($field in $at.GetFields([System.Reflection.BindingFlags] 'Instance, Public, NonPublic')) {
                # Words of our own.
                $own = switch -Regex ($field.Name) {
                    '<Channel>' { 'Email' }
                    '<Outcome>' { 'Accepted' }
                    '<Method>' { 'POST' }
                    '<ErrorId>|<StatusMeaning>' { 'Known' }
                }
                $value = switch ($field.FieldType) {
                    { $_ -eq [string] } { $own ?? $hostile }
                    { $_ -eq [McMessaging.RecipientResult] } {
                        $triggered = $Type -eq [McMessaging.TriggeredSendResult]
                        New-HostileObject ($triggered ? [McMessaging.TriggeredResult] : $_) }
                    { $_ -eq [uri] } { [uri] "https://example.com/$([uri]::EscapeDataString($hostile.Remove(60)))" }
                    { $_.IsAssignableFrom([string[]]) -and $_ -ne [object] } { , [string[]] ($hostile, $hostile) }
                    { $_ -eq [System.Collections.Generic.IReadOnlyList[McMessaging.SendErrorCount]] } {
                        , [McMessaging.SendErrorCount[]] [McMessaging.SendErrorCount]::new(1, $hostile, 2) }
                }
                if ($null -ne $value) {
                    $field.SetValue($made, $value)
                }
            }
        }
        $made
    }

    # Where brackets would make a pattern of it.
    $literal = $hostile.Replace('[', '(').Replace(']', ')')
    # What is no Unicode is refused before anybody is asked.
    $unicode = $hostile.Replace([string] [char] 0xd83d, '')
    $sandbox = Connect-PromptSandbox
}

AfterAll {
    $sandbox.Stop()
}

Describe 'Text that somebody else wrote, in an object of <Name>' -ForEach $types {
    BeforeAll {
        $type = $Name -as [type]
        # It listens, so that it cannot be made of nothing. It shows the id that it was started with.
        $object = $Name -eq 'McMessaging.Sandbox' ? (Start-McSandbox -ClientId $hostile) : (New-HostileObject $type)
    }

    AfterAll {
        if ($Name -eq 'McMessaging.Sandbox') { $object.Stop() }
    }

    It 'is harmless in its own view' {
        $text = $object | Out-String -Width 200
        $text.Trim() | Should -Not -BeNullOrEmpty
        $text | Assert-Harmless
    }

    It 'is harmless in a table, in a list and in columns' {
        $object | Format-Table | Out-String -Width 200 | Assert-Harmless
        $object | Format-List | Out-String -Width 200 | Assert-Harmless
        $object | Format-Wide | Out-String -Width 200 | Assert-Harmless
    }

    It 'is harmless in a list of objects of several types' {
        $text = & { Get-McErrorInfo 109110; $object } | Out-String -Width 200
        $text | Assert-Harmless
        $text.Length | Should -BeGreaterThan 200
    }

    It 'is harmless as text' {
        "$object" | Assert-Harmless
        "$object" | Should -Not -Match "`n"
    }
}

Describe 'Text that somebody else wrote, in an error of <Case>' -ForEach @(
    @{ Case = 'a message'; Script = { Get-McMessageStatus Email "k/$hostile" } }
    @{ Case = 'a definition'; Script = { Get-McSendDefinition Email "k/$literal" } }
    @{ Case = 'a definition to change'; Script = { Set-McSendDefinition Email "k/$hostile" -Name n } }
    @{ Case = 'a definition to send with'; Script = {
        @{ ContactKey = 'C'; To = 'a@example.com'; $hostile = 1 } | Send-McEmail "k$hostile" -BatchSize 1 } }
    @{ Case = 'a triggered definition'; Script = {
        @{ ContactKey = 'C'; To = 'a@example.com'; $hostile = 1 } | Invoke-McTriggeredSend "k$hostile" } }
    @{ Case = 'a column'; Script = { [pscustomobject]@{ $hostile = 1 } | Send-McEmail welcome } }
    @{ Case = 'a column that is asked for'; Script = {
        [pscustomobject]@{ A = 1 } | Send-McEmail welcome -ContactKeyProperty $hostile } }
    @{ Case = 'a recipient'; Script = {
        @{ ContactKey = $hostile; To = $hostile; MessageKey = $hostile } | Send-McEmail welcome } }
    @{ Case = 'a journal'; Script = { Get-McSendJournal -LiteralPath (Join-Path $TestDrive "$hostile") } }
    @{ Case = 'a journal to write'; Script = {
        New-Row 1 | Send-McEmail welcome -JournalPath (Join-Path $TestDrive 'no/folder' "$hostile") } }
    @{ Case = 'rejected rows'; Script = {
        New-Row 1 | Send-McEmail welcome -RejectedPath (Join-Path $TestDrive 'no/folder' "$hostile.csv") } }
    @{ Case = 'a report'; Script = {
        New-Row 1 | Send-McEmail welcome | Export-McSendReport (Join-Path $TestDrive 'no/folder' "$hostile.html") } }
    @{ Case = 'a checkpoint'; Script = {
        Get-McNotSentMessage Email -CheckpointPath (Join-Path $TestDrive 'no/folder' "$hostile") } }
    @{ Case = 'a connection'; Script = { Select-McConnection $hostile } }
    @{ Case = 'a connection to end'; Script = { Disconnect-McAccount -Name $literal } }
    @{ Case = 'an error code'; Script = { Get-McErrorInfo $literal } }
    @{ Case = 'a fault'; Script = { Set-McSandboxFault @{ $hostile = 1 } } }
    @{ Case = 'a host'; Script = {
        $secret = ConvertTo-SecureString x -AsPlainText
        Connect-McAccount -AuthBaseUri "http://127.0.0.1:1/$([uri]::EscapeDataString($hostile.Substring(0, 60)))" `
            -Credential ([pscredential]::new('id', $secret)) } }
    @{ Case = 'what is no result'; Script = { [pscustomobject]@{ Outcome = $hostile } | Measure-McSendResult } }
    @{ Case = 'a message that was not taken'; Script = {
        [pscustomobject]@{ MessageKey = $hostile; Channel = 'Email'; Outcome = 'Rejected' } | Get-McMessageStatus } }
) {
    BeforeAll {
        $caught = try { & $Script 2>&1 } catch { $_ }
        $problems = @($caught | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
    }

    It 'is harmless in each of its texts' {
        $problems | Should -Not -BeNullOrEmpty
        foreach ($problem in $problems) {
            $problem.Exception.Message, $problem.ErrorDetails.Message, $problem.ErrorDetails.RecommendedAction,
                "$($problem.CategoryInfo)", $problem.CategoryInfo.TargetName, "$problem" | Assert-Harmless
            "$problem" | Should -Not -Match "`n"
        }
    }

    It 'is harmless in the view <_>' -ForEach 'ConciseView', 'NormalView', 'CategoryView' {
        $before = $ErrorView
        try {
            $global:ErrorView = $_
            $problems | Out-String -Width 500 | Assert-Harmless
        }
        finally {
            $global:ErrorView = $before
        }
    }
}

Describe 'Text that somebody else wrote, in what is asked and told' {
    BeforeAll {
        . $PSScriptRoot/AnsweringHost.ps1

        function Get-Asked {
            param([string] $Script)
            $asked = [System.Collections.Generic.List[string]]::new()
            $answering = [AnsweringHost]::new([int[]] (, 2 * 20), $asked)
            $runspace = [runspacefactory]::CreateRunspace($answering)
            $runspace.Open()
            $shell = [powershell]::Create($runspace)
            try {
                $runspace.SessionStateProxy.SetVariable('hostile', $unicode)
                $runspace.SessionStateProxy.SetVariable('sandbox', $sandbox)
                $runspace.SessionStateProxy.SetVariable('ModulePath', $ModulePath)
                $runspace.SessionStateProxy.SetVariable('folder', "$TestDrive")
                $null = $shell.AddScript("Import-Module `$ModulePath`n$Script").Invoke()
                [pscustomobject]@{ Asked = @($asked); Streams = $shell.Streams }
            }
            finally {
                $shell.Dispose()
                $runspace.Dispose()
            }
        }

        # A new cmdlet that changes something is asked about here, too, or the test below fails.
        $asking = @{
            'Send-McEmail' = { @{ ContactKey = 'C' } | Send-McEmail $hostile -Confirm }
            'Send-McSms' = { @{ ContactKey = 'C' } | Send-McSms $hostile -Confirm }
            'Invoke-McTriggeredSend' = {
                @{ ContactKey = 'C'; To = 'a@example.com' } | Invoke-McTriggeredSend $hostile -Confirm }
            'New-McSendDefinition' = { New-McSendDefinition Email $hostile -Name n -CustomerKey a -List l -Confirm }
            'Set-McSendDefinition' = { Set-McSendDefinition Email $hostile -Name n -Confirm }
            'Remove-McSendDefinition' = { Remove-McSendDefinition Email $hostile }
            'Clear-McSendQueue' = { Clear-McSendQueue Email $hostile }
            'Disconnect-McAccount' = {
                $null = Connect-McAccount -Sandbox $sandbox -Name $hostile
                Disconnect-McAccount -Confirm }
            'Export-McSendReport' = { @() | Export-McSendReport (Join-Path $folder $hostile) -Confirm }
            'Start-McSandbox' = { Start-McSandbox -ClientId $hostile -Confirm }
            'Stop-McSandbox' = { Stop-McSandbox $sandbox -Confirm }
            'Clear-McSandboxMessage' = { Clear-McSandboxMessage $sandbox -Confirm }
            'Set-McSandboxFault' = { Set-McSandboxFault $sandbox @{} -Confirm }
        }
    }

    It 'is tried for every cmdlet that asks' {
        $asks = Get-Command -Module McMessaging | Where-Object { $_.Parameters.ContainsKey('Confirm') }
        $asks.Name | Sort-Object | Should -Be ($asking.Keys | Sort-Object)
    }

    It 'is harmless in every question' {
        $script = "`$null = Connect-McAccount -Sandbox `$sandbox`n" + ($asking.Values -join "`n")
        $run = Get-Asked $script
        "$($run.Streams.Error)" | Should -BeNullOrEmpty
        $run.Asked.Count | Should -Be $asking.Count
        $run.Asked | Assert-Harmless
        # The question itself is PowerShell's, of two lines at most.
        $run.Asked | ForEach-Object { @($_ -split "`n").Count | Should -BeLessOrEqual 2 }
    }

    It 'is harmless in -Verbose, warnings and progress' {
        $started = Start-Script {
            $VerbosePreference = $DebugPreference = 'Continue'
            $null = Connect-McAccount -Sandbox $sandbox
            1..3 | ForEach-Object { @{ ContactKey = "C-$hostile"; To = 'a@example.com' } } |
                Send-McEmail "w$hostile" -BatchSize 1 -TotalCount 3 -RunId $hostile | Wait-McMessage -TimeoutSec 1
            Get-McSendDefinition Email "w$hostile"
            Test-McConnection -Channel Email -DefinitionKey $hostile
        } @{ sandbox = $sandbox; hostile = $unicode }
        Wait-Signal $started.Run.AsyncWaitHandle | Should -BeTrue
        $streams = $started.Shell.Streams
        $streams.Verbose.Count | Should -BeGreaterThan 2
        $streams.Warning.Count | Should -BeGreaterThan 0
        $streams.Verbose.Message + $streams.Warning.Message + $streams.Debug.Message |
            ForEach-Object { $_ | Should -Not -Match "`n"; $_ | Assert-Harmless }
        $streams.Progress | ForEach-Object { $_.Activity, $_.StatusDescription, $_.CurrentOperation } | Assert-Harmless
    }
}

Describe 'Completion' {
    It 'leaves out what would do something to the line that is typed' {
        $null = New-EmailDefinition plain
        # 36 characters at most.
        foreach ($key in "plain`e[2J", "plain`r`nGet-Date", "plain`u{202e}x") {
            $null = New-EmailDefinition $key
        }
        $null = Connect-McAccount -Sandbox $sandbox -Name "plain`nGet-Date"
        foreach ($line in 'Send-McEmail plain', 'Get-McConnection plain') {
            $found = (TabExpansion2 $line $line.Length).CompletionMatches
            $found.CompletionText + $found.ListItemText + $found.ToolTip | Assert-Harmless
        }
        $found = (TabExpansion2 'Send-McEmail plain' 18).CompletionMatches | Where-Object ResultType -eq ParameterValue
        $found.CompletionText | Should -Be 'plain'
    }
}
