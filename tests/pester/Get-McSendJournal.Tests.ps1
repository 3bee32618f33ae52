param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-Sandbox
    Push-Location $TestDrive
    $people = 1..2 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } }
    $null = $people[0] | Send-McEmail welcome -JournalPath one.journal -RunId first
    Set-McSandboxFault @{ rejectRecipient = 1 }
    $null = $people | Send-McEmail welcome -JournalPath one.journal -RunId first -ErrorAction SilentlyContinue
    Set-McSandboxFault @{}
    $null = New-Row 3 -First 10 | Send-McEmail farewell -JournalPath '[2].journal'
}

AfterAll {
    Pop-Location
    $sandbox.Stop()
}

Describe 'Get-McSendJournal' {
    It 'tells what a journal holds' {
        $info = Get-McSendJournal one.journal
        $info | Should -BeOfType McMessaging.SendJournalInfo
        $info.RunId, $info.Channel, $info.DefinitionKey | Should -Be 'first', 'Email', 'welcome'
        $info.Accepted, $info.Rejected, $info.NotTaken, $info.InFlight | Should -Be 1, 1, 0, 0
        $info.Finished | Should -BeTrue
        $info.LastWrittenAt | Should -BeGreaterOrEqual $info.CreatedAt
    }

    It 'takes <Input>' -ForEach @(
        @{ Input = 'patterns'; Read = { Get-McSendJournal *.journal } }
        @{ Input = 'several names'; Read = { Get-McSendJournal -LiteralPath '[2].journal', one.journal } }
        @{ Input = 'files'; Read = { Get-ChildItem *.journal | Get-McSendJournal } }
        @{ Input = 'PowerShell''s own drives'; Read = { Get-McSendJournal TestDrive:/*.journal } }
    ) {
        (& $Read).DefinitionKey | Sort-Object | Should -Be 'farewell', 'welcome'
    }

    It 'has an error for <What>, and goes on' -ForEach @(
        @{ What = 'a file that is missing'; Path = 'missing.journal'; Id = 'JournalNotReadable' }
        @{ What = 'a file that is no journal'; Path = 'text.txt'; Id = 'NotAJournal' }
        @{ What = 'a path of another kind'; Path = 'Env:/PATH'; Id = 'NotAFile' }
    ) {
        Set-Content text.txt 'no journal'
        $found = Get-McSendJournal $Path, one.journal -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.RunId | Should -Be 'first'
        $problems[0].FullyQualifiedErrorId | Should -Be "$Id,McMessaging.Commands.GetMcSendJournalCommand"
        $problems[0].TargetObject | Should -BeLike "*$Path"
    }

    It 'finds nothing by a pattern without complaint' {
        Get-McSendJournal nothing*.journal -ErrorAction Stop | Should -BeNullOrEmpty
    }
}
