# How much of the engine its own tests run: lines and branches, by folder.
$root = Split-Path $PSScriptRoot
$engine = Join-Path $root 'src/McMessaging.Client'
$required = @{ Lines = 97; Branches = 92 }

function Invoke-CoverageTest {
    param([string] $Configuration, [string] $Destination)
    Remove-Item $Destination -Recurse -Force -ErrorAction Ignore
    dotnet test (Join-Path $root 'tests/McMessaging.Client.Tests') --configuration $Configuration --nologo `
        --collect 'XPlat Code Coverage' --settings (Join-Path $root 'tests/coverage.runsettings') `
        --results-directory $Destination | Out-Host
    Get-ChildItem $Destination -Recurse -Filter coverage.cobertura.xml
}

# One object for each line that can run. A file has a line several times where lambdas or generics share it.
function Get-LineCoverage {
    param([IO.FileInfo] $Report)
    $xml = [xml](Get-Content $Report -Raw)
    $source = "$($xml.coverage.sources.source)"
    foreach ($class in $xml.SelectNodes('//class')) {
        $path = [IO.Path]::GetRelativePath($engine, [IO.Path]::Combine($source, $class.filename))
        foreach ($line in $class.SelectNodes('lines/line')) {
            $branches = [regex]::Match($line.'condition-coverage', '\((\d+)/(\d+)\)')
            [pscustomobject]@{
                Folder   = Split-Path $path
                Place    = "${path}:$($line.number)"
                Hit      = [int]([long]$line.hits -gt 0)
                Taken    = [int]$branches.Groups[1].Value
                Branches = [int]$branches.Groups[2].Value
            }
        }
    }
}

function Get-Percent {
    param([double] $Part, [double] $Whole)
    $Whole ? [math]::Round(100 * $Part / $Whole, 1) : 100
}

function Measure-Folder {
    param([string] $Name, [object[]] $Places)
    $sum = @{}
    foreach ($property in 'Hit', 'Taken', 'Branches') {
        $sum[$property] = ($Places | Measure-Object $property -Sum).Sum
    }
    [pscustomobject]@{
        Folder   = $Name
        Lines    = Get-Percent $sum.Hit $Places.Count
        Branches = Get-Percent $sum.Taken $sum.Branches
        Missed   = "$($Places.Count - $sum.Hit) of $($Places.Count) lines, " +
            "$($sum.Branches - $sum.Taken) of $($sum.Branches) branches"
    }
}

function Measure-Coverage {
    param([string] $Configuration = 'Release')
    $report = Invoke-CoverageTest $Configuration (Join-Path $root 'artifacts/coverage')
    $places = Get-LineCoverage $report | Group-Object Place | ForEach-Object {
        $_.Group | Sort-Object Hit, Taken -Descending | Select-Object -First 1
    }
    $all = Measure-Folder 'all' $places
    $places | Group-Object { ($_.Folder -split '[\\/]')[0] } | ForEach-Object {
        Measure-Folder ($_.Name ? $_.Name : '(root)') $_.Group
    }
    $all
    if ($all.Lines -lt $required.Lines -or $all.Branches -lt $required.Branches) {
        throw "The tests must reach $($required.Lines) % of the lines and $($required.Branches) % of the branches."
    }
}

Export-ModuleMember -Function Measure-Coverage
