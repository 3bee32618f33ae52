# How the packages are made: the module for a gallery, mcmsg as a .NET tool, what is in them, and their hashes.
using namespace System.IO.Compression
using namespace System.Security

$root = Split-Path $PSScriptRoot
$manifestPath = Join-Path $root 'McMessaging.psd1'

# The folder that a gallery installs: a clone without its sources.
function New-ModuleFolder {
    param([string] $Destination)
    Remove-Item $Destination -Recurse -Force -ErrorAction Ignore
    $null = New-Item (Join-Path $Destination 'module') -ItemType Directory
    Copy-Item $manifestPath, (Join-Path $root 'LICENSE'), (Join-Path $root 'CHANGELOG.md') -Destination $Destination
    Copy-Item (Join-Path $root 'docs/images/icon.png') -Destination $Destination
    Copy-Item (Join-Path $root 'module/*') -Destination (Join-Path $Destination 'module') -Recurse
    Copy-Item (Join-Path $root 'en-US') -Destination $Destination -Recurse
}

# Galleries find cmdlets and editions by tags.
function Get-GalleryTag {
    param([psmoduleinfo] $Manifest)
    'PSModule', 'PSIncludes_Cmdlet'
    $Manifest.Tags
    foreach ($name in $Manifest.ExportedCmdlets.Keys | Sort-Object) { "PSCmdlet_$name"; "PSCommand_$name" }
}

# The changelog's section of this version; before a release, what is not released yet.
function Get-ReleaseNote {
    param([string] $Version)
    $changelog = Get-Content (Join-Path $root 'CHANGELOG.md') -Raw
    $section = [regex]::Match($changelog, "(?ms)^## \[($([regex]::Escape($Version))|Unreleased)\][^\n]*\n(.+?)(?=^## |\z)")
    $section.Groups[2].Value.Trim()
}

function New-ModulePackage {
    param([string] $Folder, [string] $Destination)
    $manifest = Test-ModuleManifest $manifestPath
    $nuspec = Join-Path $root 'artifacts/McMessaging.nuspec'
    Set-Content $nuspec @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>McMessaging</id>
    <version>$($manifest.Version)</version>
    <authors>$([SecurityElement]::Escape($manifest.Author))</authors>
    <copyright>$([SecurityElement]::Escape($manifest.Copyright))</copyright>
    <description>$([SecurityElement]::Escape($manifest.Description))</description>
    <license type="expression">MIT</license>
    <icon>icon.png</icon>
    <projectUrl>$($manifest.ProjectUri)</projectUrl>
    <releaseNotes>$([SecurityElement]::Escape((Get-ReleaseNote $manifest.Version)))</releaseNotes>
    <tags>$((Get-GalleryTag $manifest) -join ' ')</tags>
  </metadata>
  <files>
    <file src="$([SecurityElement]::Escape($Folder))/**" target="" />
  </files>
</package>
"@
    # NU5100: a module's assemblies are not in 'lib'.
    dotnet pack $nuspec --output $Destination --nologo --verbosity quiet --property NoWarn=NU5100
}

function New-ToolPackage {
    param([string] $Destination)
    dotnet pack (Join-Path $root 'src/McMessaging.Cli') --configuration Release --output $Destination --nologo `
        --property ContinuousIntegrationBuild=true
}

# The same sources make the same bytes: what is left of the clock in a package is set to the time of the commit.
function Set-PackageTime {
    param([string] $Path)
    $seconds = git -C $root log -1 --format=%ct
    $time = [DateTimeOffset]::FromUnixTimeSeconds($seconds)
    $package = [ZipFile]::Open($Path, [ZipArchiveMode]::Update)
    try {
        foreach ($entry in $package.Entries) { $entry.LastWriteTime = $time }
    }
    finally {
        $package.Dispose()
    }
}

# A CycloneDX bill of materials: the packages whose assemblies are shipped, as the lock file names them.
function New-Sbom {
    param([string] $Name, [string] $Version, [string] $LockFile, [string[]] $Except, [string] $Path)
    $packages = (Get-Content $LockFile -Raw | ConvertFrom-Json -AsHashtable).dependencies.Values |
        ForEach-Object GetEnumerator |
        Where-Object { $_.Value.type -ne 'Project' -and $_.Name -notin $Except } |
        Sort-Object Name
    $components = foreach ($package in $packages) {
        [ordered]@{
            type    = 'library'
            'bom-ref' = "pkg:nuget/$($package.Name)@$($package.Value.resolved)"
            name    = $package.Name
            version = $package.Value.resolved
            purl    = "pkg:nuget/$($package.Name)@$($package.Value.resolved)"
            hashes  = @(
                [ordered]@{
                    alg     = 'SHA-512'
                    content = [Convert]::ToHexString([Convert]::FromBase64String($package.Value.contentHash)).ToLower()
                }
            )
        }
    }
    $subject = "pkg:nuget/$Name@$Version"
    [ordered]@{
        bomFormat    = 'CycloneDX'
        specVersion  = '1.6'
        version      = 1
        metadata     = [ordered]@{
            component = [ordered]@{
                type     = 'application'
                'bom-ref' = $subject
                name     = $Name
                version  = $Version
                purl     = $subject
                licenses = @(@{ license = @{ id = 'MIT' } })
            }
        }
        components   = @($components)
        dependencies = @([ordered]@{ ref = $subject; dependsOn = @($components | ForEach-Object { $_['bom-ref'] }) })
    } | ConvertTo-Json -Depth 8 | Set-Content $Path
}

# In the form that sha256sum --check reads.
function New-HashFile {
    param([string] $Folder)
    $lines = Get-ChildItem $Folder -File | Sort-Object Name | ForEach-Object {
        "$((Get-FileHash $_ -Algorithm SHA256).Hash.ToLower())  $($_.Name)"
    }
    Set-Content (Join-Path $Folder SHA256SUMS) (($lines -join "`n") + "`n") -NoNewline
}

function New-Package {
    $version = (Test-ModuleManifest $manifestPath).Version
    $folder = Join-Path $root "output/McMessaging/$version"
    $packages = Join-Path $root 'output/packages'
    Remove-Item $packages -Recurse -Force -ErrorAction Ignore
    New-ModuleFolder $folder
    New-ModulePackage $folder $packages
    New-ToolPackage $packages
    Get-ChildItem $packages -Filter *nupkg | ForEach-Object { Set-PackageTime $_ }

    # The module ships no assembly but its own; PowerShellStandard is a reference of its build.
    New-Sbom McMessaging $version (Join-Path $root 'src/McMessaging/packages.lock.json') PowerShellStandard.Library `
        (Join-Path $packages "McMessaging.$version.cdx.json")
    New-Sbom mcmsg $version (Join-Path $root 'src/McMessaging.Cli/packages.lock.json') @() `
        (Join-Path $packages "mcmsg.$version.cdx.json")
    New-HashFile $packages
    Get-Item $folder, "$packages/*"
}

Export-ModuleMember New-Package
