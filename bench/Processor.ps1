<#
.SYNOPSIS
The client's own processor time for email to many recipients with three attributes, whatever the server takes: a script
written by hand against Send-McEmail in one warm process; and Send-McEmail in a new process against the same without
tiered compilation, where each method is compiled for speed when it is first called.
.EXAMPLE
./Processor.ps1 -Recipients 2000 -Rounds 1
#>
param(
    [ValidateRange(1, 10000000)] [int] $Recipients = 100000,
    [ValidateRange(1, 100)] [int] $Rounds = 5
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/support/Benchmark.psm1

$server = @{ WarmUp = @(New-WarmUp) }

function Measure-Warm {
    param([string] $Side)

    Use-BenchmarkServer @server {
        param($to)
        & $PSScriptRoot/support/Measure-Email.ps1 $Side $Recipients $to.Uri $to.Token -Processor
    }
}

function Measure-Cold {
    param([string] $Side, [switch] $Untiered)

    Use-BenchmarkServer @server {
        param($to)
        $env:DOTNET_TieredCompilation = $Untiered ? '0' : $null
        try {
            Invoke-Child Measure-Email.ps1 $Side, $Recipients, $to.Uri, $to.TokenArgument, '-Processor'
        } finally {
            $env:DOTNET_TieredCompilation = $null
        }
    }
}

$warm = [ordered]@{
    script = { Measure-Warm script }
    piped  = { Measure-Warm piped }
    passed = { Measure-Warm passed }
}
# Methods reach their last tier after many calls, in the background.
foreach ($round in 1..8) {
    foreach ($side in $warm.Keys) { $null = & $warm[$side] }
}
$warmRounds = @(Measure-Round $warm $Rounds)

$coldRounds = @(Measure-Round -Rounds $Rounds -Side ([ordered]@{
    passed         = { Measure-Cold passed }
    passedUntiered = { Measure-Cold passed -Untiered }
    piped          = { Measure-Cold piped }
    pipedUntiered  = { Measure-Cold piped -Untiered }
}))

"Processor time of the client, $Recipients recipients, $Rounds rounds"
''
Show-RatioTable @(
    New-RatioRow 'script / Send-McEmail, warm, recipients passed' $warmRounds script passed '>= 3.3'
    New-RatioRow 'script / Send-McEmail, warm, recipients piped' $warmRounds script piped '>= 2.4'
    New-RatioRow 'a new process / untiered, recipients passed' $coldRounds passed passedUntiered '<= 1.15'
    New-RatioRow 'a new process / untiered, recipients piped' $coldRounds piped pipedUntiered '<= 1.8'
)
