# Whether the engine's own tests notice a fault: Stryker puts thousands into it, one at a time, and runs the tests.
$root = Split-Path $PSScriptRoot
$engine = Join-Path $root 'src/McMessaging.Client'
$tests = Join-Path $root 'tests/McMessaging.Client.Tests'
$strict = 'Retrying', 'Requests', 'Journal', 'Keys', 'Endpoints', 'Sending'
$required = @{ Strict = 92; Overall = 85 }

# The folders where a fault loses or doubles messages come first: the whole takes a night.
function Get-EngineFolder {
    $strict
    (Get-ChildItem $engine -Directory).Name | Where-Object { $_ -notin $strict -and $_ -notin 'bin', 'obj' }
}

function Invoke-Stryker {
    param([string] $Folder, [string] $Destination)
    Push-Location $tests
    try {
        dotnet stryker --skip-version-check --mutate "**/$Folder/**/*.cs" --output $Destination | Out-Host
    }
    finally {
        Pop-Location
    }
    Get-Content (Join-Path $Destination 'reports/mutation-report.json') -Raw | ConvertFrom-Json -AsHashtable
}

# Text for people: its words are nobody's contract, and a test that pinned them would only stand in the way.
function Test-Prose {
    param([string] $Path, [hashtable] $Mutant, [string[]] $Source)
    if ($Mutant.mutatorName -notlike 'String*' -and $Mutant.mutatorName -notlike 'Interpolated*') {
        return $false
    }
    $start = $Mutant.location.start
    $text = $Source[$start.line - 1].Substring($start.column - 1)
    $Path -like '*Errors.cs' -or [regex]::Match($text, '^\$?"([^"\\]|\\.)*"').Value.Contains(' ')
}

# One object for each fault that counts, and whether a test noticed it. A test that never ends notices it, too.
function Get-Mutant {
    param([string] $Folder, [hashtable] $Report)
    foreach ($path in $Report.files.Keys) {
        $file = $Report.files[$path]
        $source = $file.source -split '\r?\n'
        foreach ($mutant in $file.mutants) {
            if ($mutant.status -in 'Killed', 'Timeout', 'Survived', 'NoCoverage' -and
                -not (Test-Prose $path $mutant $source)) {
                [pscustomobject]@{
                    Folder      = $Folder
                    Place       = "$([IO.Path]::GetRelativePath($engine, $path)):$($mutant.location.start.line)"
                    Mutation    = $mutant.mutatorName
                    Replacement = $mutant.replacement
                    Status      = $mutant.status
                    IsNoticed   = $mutant.status -in 'Killed', 'Timeout'
                }
            }
        }
    }
}

function Measure-Score {
    param([string] $Folder, [object[]] $Mutant)
    $noticed = @($Mutant | Where-Object IsNoticed).Count
    [pscustomobject]@{
        Folder   = $Folder
        Mutants  = $Mutant.Count
        Survived = $Mutant.Count - $noticed
        Score    = [math]::Round(100 * $noticed / [math]::Max(1, $Mutant.Count), 1)
    }
}

function Measure-Mutation {
    param([string[]] $Folder = (Get-EngineFolder))
    dotnet tool restore --tool-manifest (Join-Path $root '.config/dotnet-tools.json') | Out-Host
    $reports = Join-Path $root 'artifacts/mutation'
    $scores = [Collections.Generic.List[object]]::new()
    $mutants = foreach ($name in $Folder) {
        $found = @(Get-Mutant $name (Invoke-Stryker $name (Join-Path $reports $name)))
        $scores.Add((Measure-Score $name $found))
        $scores[-1] | Out-Host
        $found
    }
    $mutants | Where-Object IsNoticed -EQ $false | Export-Csv (Join-Path $reports 'survivors.csv')
    $scores
    $all = Measure-Score 'all' $mutants
    $all
    $tooLow = @($scores | Where-Object { $_.Folder -in $strict -and $_.Score -lt $required.Strict })
    if ($tooLow -or $all.Score -lt $required.Overall) {
        throw "Too many faults go unnoticed: $($required.Overall) % is required, " +
            "and $($required.Strict) % in $($strict -join ', '). See artifacts/mutation/survivors.csv."
    }
}

Export-ModuleMember -Function Measure-Mutation
