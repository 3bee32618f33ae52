param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $sandbox = Connect-Sandbox
}

AfterAll {
    $sandbox.Stop()
}

Describe 'The culture' {
    It 'is the one that was asked for, as is the time zone' -Skip:(-not $env:MC_TEST_CULTURE) {
        $signs = switch ($env:MC_TEST_CULTURE) {
            'tr-TR' { 'İ', '1,5', '2026' }
            'de-DE' { 'I', '1,5', '2026' }
            'ar-SA' { 'I', '1٫5', '1448' }
            default { 'I', '1.5', '2026' }
        }
        'i'.ToUpper(), (1.5).ToString(), ([datetime] '2026-11-01').ToString('yyyy') | Should -BeExactly $signs
        [TimeZoneInfo]::Local.Id | Should -Be $env:TZ
        [TimeZoneInfo]::Local.SupportsDaylightSavingTime | Should -BeTrue
    }

    It 'of a CSV file may be <Name>: its times are read as they were meant' -ForEach @(
        @{ Name = 'the user''s own'; Culture = [cultureinfo]::CurrentCulture.Name }
        @{ Name = 'German'; Culture = 'de-DE' }
        @{ Name = 'American'; Culture = 'en-US' }
        @{ Name = 'Saudi'; Culture = 'ar-SA' }
        @{ Name = 'Turkish'; Culture = 'tr-TR' }
    ) {
        $before = [cultureinfo]::CurrentCulture
        $result = New-Row 1 | Send-McEmail welcome -RunId $Name
        $row = $result | Select-Object *
        $row.SentAt = [DateTimeOffset]::new(2026, 11, 5, 1, 2, 3, [timespan]::Zero)
        try {
            [cultureinfo]::CurrentCulture = $Culture
            $row | ConvertTo-Csv | ConvertFrom-Csv | Export-McSendReport "$TestDrive/report.html" -Force
            $row | ConvertTo-Copy -Depth 1 | Export-McSendReport "$TestDrive/copy.html" -Force
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
        $time = [McMessaging.Commands.DisplayText]::Time($row.SentAt)
        Get-Content "$TestDrive/report.html" -Raw | Should -BeLike "*$time*"
        Get-Content "$TestDrive/copy.html" -Raw | Should -BeLike "*$time*"
    }
}
