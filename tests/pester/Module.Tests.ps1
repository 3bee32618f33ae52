param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeDiscovery {
    $cmdlets = (Import-PowerShellDataFile $ModulePath).CmdletsToExport | ForEach-Object { @{ Name = $_ } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
}

Describe 'The module' {
    It 'has a valid manifest' {
        (Test-ModuleManifest $ModulePath).CompatiblePSEditions | Should -Be 'Core'
    }

    It 'exports <Name>' -ForEach $cmdlets {
        (Get-Command $Name -Module McMessaging).CommandType | Should -Be 'Cmdlet'
    }

    It 'exports nothing but cmdlets' {
        Get-Command -Module McMessaging | Where-Object CommandType -ne 'Cmdlet' | Should -BeNullOrEmpty
    }

    It 'resolves the parameter sets of <Name>' -ForEach $cmdlets {
        $sets = (Get-Command $Name).ParameterSets
        $sets | Should -Not -BeNullOrEmpty
        # Of sets that no mandatory parameter tells apart, PowerShell takes the default.
        $alike = $sets | Group-Object { ($_.Parameters | Where-Object IsMandatory).Name -join ',' } |
            Where-Object Count -gt 1
        foreach ($group in $alike) {
            @($group.Group | Where-Object IsDefault).Count | Should -Be 1
        }
    }

    It 'loads no assembly into PowerShell but its own' {
        $loaded = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command {
            param($path)
            Import-Module $path
            # What lies in the folders of PowerShell and of .NET is theirs, whichever of it an engine loads late.
            $engine = $PSHOME, [System.Runtime.InteropServices.RuntimeEnvironment]::GetRuntimeDirectory() |
                ForEach-Object { $_.TrimEnd('/', '\') }
            [AppDomain]::CurrentDomain.GetAssemblies().Location |
                Where-Object { $_ -and (Split-Path $_) -notin $engine } |
                Split-Path -Leaf
        } -args (Resolve-Path $ModulePath).Path
        $loaded | Should -Not -BeNullOrEmpty
        $loaded | Should -BeLike 'McMessaging*'
    }
}
