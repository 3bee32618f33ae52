param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    Import-Module $ModulePath -Force
}

Describe 'The module' {
    It 'has a valid manifest' {
        (Test-ModuleManifest $ModulePath).Version | Should -Be '0.1.0'
    }

    It 'exports every cmdlet it names' {
        $named = (Import-PowerShellDataFile $ModulePath).CmdletsToExport
        (Get-Command -Module McMessaging).Name | Should -Be ($named | Sort-Object)
    }

    It 'has no ambiguous parameter set in <Name>' -ForEach @(
        (Import-PowerShellDataFile $ModulePath).CmdletsToExport | ForEach-Object { @{ Name = $_ } }
    ) {
        (Get-Command $Name).ParameterSets | Should -Not -BeNullOrEmpty
    }
}
