<#
.SYNOPSIS
Prints every text that people may read: errors, advice, warnings, and the help of parameters and options.
.DESCRIPTION
Reads the sources, so that it needs no build: each literal of two words or more, its pieces joined, with its place. Read
the list in one go after larger changes, with a native speaker's ear.
.EXAMPLE
./tools/Show-Text.ps1 | Out-Host -Paging
.EXAMPLE
./tools/Show-Text.ps1 -Path src/McMessaging.Cli | Where-Object Text -Match '\.\.$'
#>
param([string[]] $Path = 'src')

$literal = '\$?"(?:[^"\\\r\n]|\\.)+"'
$pieces = [regex] "$literal(?:\s*\+\s*$literal)*"

Push-Location $PSScriptRoot/..
try {
    foreach ($file in Get-ChildItem $Path -Recurse -Filter *.cs) {
        $source = Get-Content $file -Raw
        foreach ($match in $pieces.Matches(($source -replace '(?m)^\s*///?.*$', ''))) {
            $text = -join ([regex]::Matches($match.Value, $literal) | ForEach-Object { $_.Value -replace '^\$?"|"$' })
            if ($text -match '\p{L}[,.:;'')]? [\p{L}{''(]') {
                [pscustomobject]@{ File = Resolve-Path $file -Relative; Text = $text }
            }
        }
    }
}
finally {
    Pop-Location
}
