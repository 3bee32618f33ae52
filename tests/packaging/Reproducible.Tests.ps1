# Builds the packages twice from nothing. In the end they are there, as build.ps1 -Task Package makes them.
BeforeAll {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path

    # A server that a build leaves behind would keep the pipe open that its output is read from.
    $env:MSBUILDDISABLENODEREUSE = 1
    $env:UseSharedCompilation = 'false'

    function Get-BuiltHash {
        Remove-Item "$root/output", "$root/artifacts/*/McMessaging*/release" -Recurse -Force -ErrorAction Ignore
        pwsh -NoProfile -NonInteractive -File "$root/build.ps1" -Task Package | Out-Null
        Get-ChildItem "$root/output/packages" | Get-FileHash
    }
}

AfterAll {
    Remove-Item Env:MSBUILDDISABLENODEREUSE, Env:UseSharedCompilation
}

Describe 'Two builds of the packages' {
    It 'make the same bytes' {
        $first = Get-BuiltHash
        $second = Get-BuiltHash
        $first.Count | Should -Be 6
        $second.Hash | Should -Be $first.Hash
    }
}
