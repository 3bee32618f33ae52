#Requires -Version 7.4
# Shares one file among several hosts, over SSH: each sends its own shard under the same run id, so that nobody gets two
# messages and nobody none. Started again, each host goes on with its journal.
#
# Each host has PowerShell, this module, the SFMC_ variables, the file, and a folder for its journal. The rate is each
# host's own.
#
# Checked by the project's tests: run with this computer in the place of every host (-Invoke). Not run over SSH.
param(
    [Parameter(Mandatory)] [string[]] $HostName,
    [Parameter(Mandatory)] [string] $Path,
    [string] $Folder = '.',
    [string] $DefinitionKey = 'welcome',
    [int] $RecipientsPerMinute = 1500,
    [scriptblock] $Invoke = { param($target, $work, $arguments)
        Invoke-Command -HostName $target -ScriptBlock $work -ArgumentList $arguments }
)

$send = {
    param($path, $folder, $definitionKey, $shard, $rate)
    $null = Connect-McAccount -FromEnvironment
    $run = (Get-FileHash $path).Hash
    $name = "$folder/$run.$($shard -replace '/', '-of-')"
    Import-Csv $path |
        Send-McEmail $definitionKey -RunId $run -Shard $shard -RecipientsPerMinute $rate `
            -JournalPath "$name.journal" -RejectedPath "$name.rejected.csv" -ErrorAction SilentlyContinue |
        Measure-McSendResult
}

# Script blocks do not cross threads; their text does.
$texts = "$send", "$Invoke"
$job = @{ Path = $Path; Folder = $Folder; DefinitionKey = $DefinitionKey; Rate = $RecipientsPerMinute }
1..$HostName.Count | ForEach-Object -ThrottleLimit $HostName.Count -Parallel {
    $send, $invoke = $using:texts | ForEach-Object { [scriptblock]::Create($_) }
    $job, $hosts = $using:job, $using:HostName
    $target = @($hosts)[$_ - 1]
    $arguments = $job.Path, $job.Folder, $job.DefinitionKey, "$_/$(@($hosts).Count)", $job.Rate
    & $invoke $target $send $arguments | Select-Object @{ Name = 'Host'; Expression = { $target } }, *
}
