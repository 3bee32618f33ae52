param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeDiscovery {
    $cmdlets = (Test-ModuleManifest $ModulePath).ExportedCmdlets.Keys | ForEach-Object { @{ Name = $_ } }
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

Describe 'The module in Windows PowerShell 5.1' {
    BeforeAll {
        # Windows PowerShell is on no machine that runs these tests. Its branch of the manifest is read by this engine.
        $root = Split-Path (Resolve-Path $ModulePath)
        $folder = "$TestDrive/desktop/McMessaging"
        $null = New-Item $folder -ItemType Directory
        Copy-Item "$root/module" $folder -Recurse
        (Get-Content $ModulePath -Raw).Replace('$PSEdition', "'Desktop'") | Set-Content "$folder/McMessaging.psd1"
    }

    It 'asks for a version that it has' {
        (Test-ModuleManifest "$folder/McMessaging.psd1").PowerShellVersion | Should -Be '5.1'
    }

    It 'says in one sentence what to do instead' {
        $script = "try { Import-Module '$folder/McMessaging.psd1' } catch { `"`$_`" }"
        $sentence = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command "$script; $script"
        $sentence | Should -HaveCount 2 -Because 'each of two imports says it'
        $sentence | Should -Match '^McMessaging needs PowerShell 7\.4 or later: .*pwsh.*mcmsg'
        $sentence | Should -Not -Match '\. '
    }

    It 'names a page that is there' {
        $sentence = Get-Content "$root/module/WindowsPowerShell.psm1" -Raw
        $page = [regex]::Match($sentence, '/blob/main/(\S+\.md)').Groups[1].Value
        "$PSScriptRoot/../../$page" | Should -Exist
    }

    It 'reads <Name>, which has no byte order mark, as it is meant' -ForEach @(
        @{ Name = 'McMessaging.psd1' }
        @{ Name = 'module/WindowsPowerShell.psm1' }
    ) {
        Get-Content "$root/$Name" -Raw | Should -Not -Match '[^\x00-\x7F]'
    }
}
