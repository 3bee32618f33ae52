param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeDiscovery {
    $root = Split-Path (Resolve-Path $ModulePath)
    $kubectl = Get-Command kubectl -CommandType Application -ErrorAction Ignore
    $systemd = Get-Command systemd-analyze -CommandType Application -ErrorAction Ignore
    $mcmsg = Get-ChildItem "$root/artifacts/bin/McMessaging.Cli/*/mcmsg.dll" -ErrorAction Ignore
}

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    $root = Split-Path $ModulePath
    $schedules = "$root/samples/schedules"
    $sandbox = Connect-Sandbox

    function Set-Account {
        $env:SFMC_AUTH_BASE_URL = $sandbox.Uri
        $env:SFMC_CLIENT_ID = $sandbox.ClientId
        Set-Content $TestDrive/secret $sandbox.RevealClientSecret()
        $env:SFMC_CLIENT_SECRET_FILE = "$TestDrive/secret"
    }

    function New-RecipientFile {
        param([string] $Prefix)
        $rows = 1..100 | ForEach-Object { "$Prefix-$_,$Prefix$_@example.com" }
        Set-Content $TestDrive/recipients.csv @('ContactKey,To'; $rows; "$Prefix-bad,no address")
    }
}

AfterAll {
    Remove-Item Env:SFMC_* -ErrorAction Ignore
    $sandbox.Stop()
}

Describe 'samples/schedules' {
    BeforeEach {
        Set-Account
        Remove-Item $TestDrive/*.journal, $TestDrive/*.rejected.csv -ErrorAction Ignore
    }

    It 'has a Kubernetes job whose pods share the file' -Skip:(-not $kubectl -or -not $mcmsg -or $IsWindows) {
        $job = kubectl set image --local -f $schedules/kubernetes-indexed-job.yaml mcmsg=test -o json | ConvertFrom-Json
        $job.spec.completionMode, $job.spec.completions, $job.spec.backoffLimitPerIndex | Should -Be 'Indexed', 4, 5
        $job.spec.podFailurePolicy.rules[0].onExitCodes.values | Should -Be 1, 2, 3
        $container = $job.spec.template.spec.containers[0]
        $container.env[0].name | Should -Be SFMC_CLIENT_SECRET_FILE

        New-RecipientFile K
        $null = New-Item $TestDrive/bin -ItemType Directory -Force
        $program = (Get-ChildItem "$root/artifacts/bin/McMessaging.Cli/*/mcmsg.dll")[0].FullName
        Set-Content $TestDrive/bin/mcmsg "#!/bin/sh`nexec dotnet '$program' `"`$@`""
        chmod +x $TestDrive/bin/mcmsg
        $before = $sandbox.Counters.EmailAccepted
        $codes = 0..3 | ForEach-Object {
            $script = $container.args[0].Replace('/work', "$TestDrive")
            $null = env "PATH=$TestDrive/bin:$env:PATH" "JOB_COMPLETION_INDEX=$_" sh -c $script 2>&1
            $LASTEXITCODE
        }
        $codes | Sort-Object | Should -Be 0, 0, 0, 1
        $sandbox.Counters.EmailAccepted - $before | Should -Be 100
        (Get-McSandboxMessage).ContactKey -like 'K-*' | Sort-Object -Unique | Should -HaveCount 100
    }

    It 'has a systemd service and its timer' -Skip:(-not $systemd) {
        $told = systemd-analyze verify $schedules/mcmsg-nightly.service $schedules/mcmsg-nightly.timer 2>&1
        $LASTEXITCODE | Should -Be 0 -Because "$told"
    }

    It 'has a scheduled task for Windows' {
        $task = ([xml] (Get-Content $schedules/windows-task.xml -Raw)).Task
        $task.NamespaceURI | Should -Be 'http://schemas.microsoft.com/windows/2004/02/mit/task'
        $task.Triggers.CalendarTrigger.StartBoundary | Should -Be '2026-01-01T02:00:00'
        $task.Actions.Exec.Arguments | Should -BeLike '*-File *nightly-job.ps1 *'
        $task.Settings.RestartOnFailure.Count | Should -Be 2
    }

    It 'has a script that shares the file among hosts' {
        New-RecipientFile H
        $before = $sandbox.Counters.EmailAccepted
        $here = [scriptblock]::Create(
            "param(`$target, `$work, `$arguments) Import-Module '$ModulePath'; & `$work @arguments")
        $parts = & $schedules/send-on-hosts.ps1 -HostName one, two, three -Path $TestDrive/recipients.csv `
            -Folder $TestDrive -RecipientsPerMinute 60000 -Invoke $here
        $parts.Host | Sort-Object | Should -Be one, three, two
        ($parts.Accepted | Measure-Object -Sum).Sum | Should -Be 100
        $sandbox.Counters.EmailAccepted - $before | Should -Be 100
        Get-Item $TestDrive/*.rejected.csv | Should -HaveCount 1
    }
}
