# Installs the packages that build.ps1 -Task Package has made into empty folders, and sends with them.
BeforeAll {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $version = (Test-ModuleManifest "$root/McMessaging.psd1").Version
    $packages = "$root/output/packages"
    $recipients = "$root/samples/recipients.csv"

    function Open-Package {
        param([string] $Name)
        $folder = "$TestDrive/$Name"
        [IO.Compression.ZipFile]::ExtractToDirectory("$packages/$Name", $folder, $true)
        $folder
    }

    # As Install-PSResource does, on a machine without it.
    function Install-ByHand {
        param([string] $Folder)
        $target = "$Folder/McMessaging/$version"
        [IO.Compression.ZipFile]::ExtractToDirectory("$packages/McMessaging.$version.nupkg", $target)
        Remove-Item "$target/_rels", "$target/package", "$target/*.nuspec", "$target/``[Content_Types``].xml" -Recurse -Force
    }

    # Packages of this version that were installed before are of no use here.
    $env:NUGET_PACKAGES = "$TestDrive/nuget"
}

AfterAll {
    Remove-Item Env:NUGET_PACKAGES
}

Describe 'The packages' {
    It 'have the hashes that SHA256SUMS says' {
        $lines = Get-Content "$packages/SHA256SUMS"
        $lines.Count | Should -Be 5
        foreach ($line in $lines) {
            $hash, $name = $line -split '  '
            (Get-FileHash "$packages/$name").Hash | Should -Be $hash
        }
    }

    It 'tell the assemblies that are not ours in the bill of materials, and no others' {
        $bill = Get-Content "$packages/mcmsg.$version.cdx.json" -Raw | ConvertFrom-Json
        $shipped = Get-ChildItem (Open-Package "mcmsg.$version.nupkg") -Recurse -Filter *.dll |
            Where-Object BaseName -notmatch '^(mcmsg|McMessaging.*|.*\.resources)$'
        $bill.components.name | Sort-Object | Should -Be ($shipped.BaseName | Sort-Object -Unique)
        $bill = Get-Content "$packages/McMessaging.$version.cdx.json" -Raw | ConvertFrom-Json
        $bill.components | Should -BeNullOrEmpty
        (Get-ChildItem (Open-Package "McMessaging.$version.nupkg") -Recurse -Filter *.dll).BaseName |
            Should -BeLike 'McMessaging*'
    }

    It 'tell what is new, in the words of the changelog: <_>' -ForEach 'mcmsg', 'McMessaging' {
        $specification = [xml](Get-Content "$(Open-Package "$_.$version.nupkg")/$_.nuspec" -Raw)
        $notes = $specification.package.metadata.releaseNotes
        $notes | Should -BeLike '*### *- *'
        (Get-Content "$root/CHANGELOG.md" -Raw).Contains($notes) | Should -BeTrue
    }

    It 'carry <_> for the module' -ForEach @(
        'LICENSE', 'icon.png', 'module/McMessaging.pdb', 'en-US/McMessaging.dll-Help.xml'
    ) {
        Join-Path (Open-Package "McMessaging.$version.nupkg") $_ | Should -Exist
    }
}

Describe 'The module' {
    It 'is installed from a local feed into an empty folder, and sends' {
        $folder = "$TestDrive/modules"
        $null = New-Item $folder -ItemType Directory
        if (Get-Command Save-PSResource -ErrorAction Ignore) {
            Register-PSResourceRepository McPackageTest -Uri $packages -Trusted -Force
            try {
                Save-PSResource McMessaging -Repository McPackageTest -Path $folder
            }
            finally {
                Unregister-PSResourceRepository McPackageTest
            }
        }
        else {
            Install-ByHand $folder
        }

        $output = pwsh -NoProfile -NonInteractive -Command {
            param($folder, $recipients)
            $env:PSModulePath = $folder + [IO.Path]::PathSeparator + $env:PSModulePath
            Import-Module McMessaging
            $null = Connect-McAccount -Sandbox (Start-McSandbox)
            (Import-Csv $recipients | Send-McEmail welcome | Measure-McSendResult).Accepted
            (Get-Help Send-McEmail).Synopsis.Length -gt 20
            (Get-Module McMessaging).ModuleBase
        } -args $folder, $recipients
        $output[0] | Should -Be 300
        $output[1] | Should -BeTrue
        $output[2] | Should -BeLike "$folder*"
    }
}

Describe 'mcmsg' {
    It 'is installed from a local feed into an empty folder, and sends' {
        dotnet tool install mcmsg --tool-path "$TestDrive/tools" --source $packages --version $version | Out-Null
        $output = & "$TestDrive/tools/mcmsg" send email --definition welcome --input $recipients --sandbox
        $LASTEXITCODE | Should -Be 0
        $output -join "`n" | Should -Match '300'
    }

    It 'runs without being installed' {
        $output = dotnet tool exec "mcmsg@$version" --source $packages --yes -- `
            send email --definition welcome --input $recipients --sandbox
        $LASTEXITCODE | Should -Be 0
        $output -join "`n" | Should -Match '300'
    }
}
