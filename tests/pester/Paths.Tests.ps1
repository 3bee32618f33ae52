param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeDiscovery {
    $names = @(
        @{ Name = 'with spaces' }
        @{ Name = 'with [brackets]' }
        @{ Name = 'with a [bracket' }
        @{ Name = 'with `quotes''' }
        @{ Name = 'ünïcode İı 測試 عربي 😀' }
        @{ Name = '-WhatIf' }
        @{ Name = '~tilde$HOME' }
    )
    $folders = @(
        @{ Kind = 'a path of the file system'; Folder = { $TestDrive } }
        @{ Kind = 'TestDrive:'; Folder = { 'TestDrive:' } }
        @{ Kind = 'Temp:'; Folder = { "Temp:$([System.IO.Path]::DirectorySeparatorChar)$(Split-Path $temp -Leaf)" } }
        @{ Kind = 'a qualified path'; Folder = { "Microsoft.PowerShell.Core\FileSystem::$TestDrive" } }
        @{ Kind = 'nothing'; Folder = { '.' } }
    )
    $cases = foreach ($folder in $folders) { foreach ($name in $names) { $folder + $name } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-PromptSandbox
    $temp = Join-Path ([System.IO.Path]::GetTempPath()) "mc-paths-$PID"
    $null = New-Item $temp -ItemType Directory
}

AfterAll {
    $sandbox.Stop()
    Remove-Item -LiteralPath $temp -Recurse -Force
}

Describe 'A file named "<Name>" after <Kind>' -ForEach $cases {
    BeforeAll {
        $base = & $Folder
        Push-Location $TestDrive
        $run = [guid]::NewGuid()
        $people = @{ ContactKey = 'C-1'; To = 'a@example.com' }, @{ ContactKey = ''; To = 'b@example.com' }

        # The one file that was made, under its own name and no other.
        function Confirm-OneFile {
            param([string] $Extension)
            $file = Get-ChildItem -LiteralPath $base -Force | Where-Object Extension -eq $Extension
            $file.Name | Should -BeExactly "$Name$Extension"
        }
    }

    AfterAll {
        Get-ChildItem -LiteralPath $base -Force | Remove-Item -LiteralPath { $_.FullName }
        Pop-Location
    }

    It 'is a journal, which is resumed and looked at, and takes the rows that were not sent' {
        $paths = @{ JournalPath = "$base/$Name.journal"; RejectedPath = "$base/$Name.csv" }
        $first = $people | Send-McEmail welcome @paths -RunId $run -ErrorAction SilentlyContinue
        $again = $people | Send-McEmail welcome @paths -RunId $run -ErrorAction SilentlyContinue
        $first.Outcome | Should -Be 'Accepted', 'Rejected'
        $again.Outcome | Should -Be 'AlreadyAccepted', 'Rejected'
        Confirm-OneFile .journal
        Confirm-OneFile .csv
        (Import-Csv -LiteralPath "$base/$Name.csv").To | Should -Be 'b@example.com'
        (Get-McSendJournal -LiteralPath "$base/$Name.journal").Accepted | Should -Be 1
        (Get-McSendJournal -Path "$base/$([WildcardPattern]::Escape($Name)).journal").Accepted | Should -Be 1
        (Get-Item -LiteralPath "$base/$Name.journal" | Get-McSendJournal).Accepted | Should -Be 1
    }

    It 'is a checkpoint' {
        $null = @{ ContactKey = 'C-1'; To = 'notsent@example.com' } | Send-McEmail welcome
        $null = Get-McNotSentMessage Email -CheckpointPath "$base/$Name.checkpoint"
        Get-McNotSentMessage Email -CheckpointPath "$base/$Name.checkpoint" | Should -BeNullOrEmpty
        Confirm-OneFile .checkpoint
    }

    It 'is a report' {
        @{ ContactKey = 'C-1'; To = 'a@example.com' } | Send-McEmail welcome |
            Export-McSendReport -Path "$base/$Name.html"
        Confirm-OneFile .html
        Get-Content -LiteralPath "$base/$Name.html" -Raw | Should -BeLike '*1 recipient*'
    }
}

Describe 'A file named after a pattern' {
    It 'is named exactly by <What>, whatever else the pattern finds' -ForEach @(
        @{ What = '-JournalPath'; Write = { New-Row 1 -First 900 | Send-McEmail welcome -JournalPath $args[0] } }
        @{ What = '-RejectedPath'; Write = {
            @{ ContactKey = '' } | Send-McEmail welcome -RejectedPath $args[0] -ErrorAction SilentlyContinue } }
        @{ What = '-CheckpointPath'; Write = { Get-McNotSentMessage Email -CheckpointPath $args[0] } }
        @{ What = '-Path'; Write = { New-Row 1 -First 901 | Send-McEmail welcome | Export-McSendReport $args[0] } }
    ) {
        $folder = New-Item (Join-Path $TestDrive $What) -ItemType Directory
        Set-Content "$folder/run1.csv" 'somebody else''s'
        $null = & $Write "$folder/run[1].csv"
        (Get-ChildItem $folder).Name | Sort-Object | Should -Be 'run[1].csv', 'run1.csv'
        Get-Content "$folder/run1.csv" | Should -Be 'somebody else''s'
    }

    It 'is no file of <What> where the drive is not of the file system' -ForEach @(
        @{ What = '-JournalPath'; Write = { New-Row 1 | Send-McEmail welcome -JournalPath Env:run } }
        @{ What = '-RejectedPath'; Write = { New-Row 1 | Send-McEmail welcome -RejectedPath Env:run } }
        @{ What = '-CheckpointPath'; Write = { Get-McNotSentMessage Email -CheckpointPath Env:run } }
        @{ What = '-Path'; Write = { New-Row 1 | Send-McEmail welcome | Export-McSendReport Env:run } }
    ) {
        (Get-TerminatingError $Write).FullyQualifiedErrorId | Should -BeLike 'NotAFile,*'
    }

    It 'is told by its name where there is no such drive: <What>' -ForEach @(
        @{ What = '-JournalPath'; Write = { New-Row 1 | Send-McEmail welcome -JournalPath nodrive:run } }
        @{ What = '-RejectedPath'; Write = { New-Row 1 | Send-McEmail welcome -RejectedPath nodrive:run } }
        @{ What = '-CheckpointPath'; Write = { Get-McNotSentMessage Email -CheckpointPath nodrive:run } }
        @{ What = '-Path'; Write = { New-Row 1 | Send-McEmail welcome | Export-McSendReport nodrive:run } }
    ) {
        $before = $sandbox.Counters.EmailAccepted
        (Get-TerminatingError $Write).Exception.Message | Should -BeLike '*nodrive*'
        $sandbox.Counters.EmailAccepted | Should -Be $before
    }
}
