param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    . $PSScriptRoot/AnsweringHost.ps1

    function Stop-Script {
        param($Started)
        $stopping = $Started.Shell.BeginStop($null, $null)
        Wait-Signal $stopping.AsyncWaitHandle | Should -BeTrue -Because 'a stop must end waits and requests'
        $Started.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
    }

    function Wait-Until {
        param([scriptblock] $Condition)
        [System.Threading.SpinWait]::SpinUntil($Condition, [timespan]::FromSeconds(60)) | Should -BeTrue
    }
}

Describe 'Ctrl+C' {
    Context 'while the service asks to wait' {
        BeforeEach {
            $sandbox = Start-McSandbox -Fault @{ http429 = 1; retryAfter = 3600 }
        }

        AfterEach {
            $sandbox.Stop()
        }

        It 'ends <Send>, and nothing more is written' -ForEach @(
            @{ Send = 'Send-McEmail welcome' }
            @{ Send = 'Send-McSms welcome -ToProperty Number' }
            @{ Send = 'Invoke-McTriggeredSend welcome' }
        ) {
            $started = Start-Script @"
                `$null = Connect-McAccount -Sandbox `$sandbox
                1..100 | ForEach-Object { @{ ContactKey = "C-`$_"; To = 'a@example.com'; Number = '155555512' } } |
                    $Send -RetryTimeoutSec 86400
"@ @{ sandbox = $sandbox }
            Wait-Until { $sandbox.Counters.Requests -ge 1 }
            Stop-Script $started
            $started.Output | Should -BeNullOrEmpty
            $started.Shell.Streams.Error | Should -BeNullOrEmpty
        }

        It 'ends a send behind Select-Object -First, too' {
            $started = Start-Script {
                $null = Connect-McAccount -Sandbox $sandbox
                1..1000 | ForEach-Object { @{ ContactKey = "C-$_"; To = 'a@example.com' } } |
                    Select-Object -First 100 |
                    Send-McEmail welcome -BatchSize 10 -RetryTimeoutSec 86400
            } @{ sandbox = $sandbox }
            Wait-Until { $sandbox.Counters.Requests -ge 1 }
            Stop-Script $started
        }

        It 'tells on the host what is left, and where to look: <How>' -ForEach @(
            @{ How = 'with a journal'; Journal = 'told.jsonl'; Place = '*journal*told.jsonl*same command again*' }
            @{ How = 'without one'; Journal = $null; Place = '* not sent.*' }
        ) {
            $answering = [AnsweringHost]::new(@(), [System.Collections.Generic.List[string]]::new())
            $runspace = [runspacefactory]::CreateRunspace($answering, [initialsessionstate]::CreateDefault2())
            $runspace.Open()
            $options = if ($Journal) { @{ JournalPath = Join-Path $TestDrive $Journal } } else { @{} }
            $runspace.SessionStateProxy.SetVariable('sandbox', $sandbox)
            $runspace.SessionStateProxy.SetVariable('options', $options)
            $shell = [powershell]::Create($runspace)
            try {
                $null = $shell.AddScript(@"
                    Import-Module '$ModulePath'
                    `$null = Connect-McAccount -Sandbox `$sandbox
                    1..100 | ForEach-Object { @{ ContactKey = "C-`$_"; To = 'a@example.com' } } |
                        Send-McEmail welcome -BatchSize 10 -ThrottleLimit 1 -RetryTimeoutSec 86400 @options
"@)
                $run = $shell.BeginInvoke()
                Wait-Until { $sandbox.Counters.Requests -ge 1 }
                $stopping = $shell.BeginStop($null, $null)
                Wait-Signal $stopping.AsyncWaitHandle | Should -BeTrue
                $lines = $answering.Interface.Lines -like 'Send-McEmail was stopped: *'
                $lines | Should -HaveCount 1
                $lines[0] | Should -Match '0 accepted, '
                $lines[0] | Should -BeLike $Place
            }
            finally {
                $shell.Dispose()
                $runspace.Dispose()
            }
        }

        It 'leaves a journal that the next run takes up, without loss or double send' {
            $journal = Join-Path $TestDrive 'stopped.jsonl'
            $started = Start-Script {
                $null = Connect-McAccount -Sandbox $sandbox
                1..100 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } } |
                    Send-McEmail welcome -BatchSize 10 -JournalPath $journal -RetryTimeoutSec 86400
            } @{ sandbox = $sandbox; journal = $journal }
            Wait-Until { $sandbox.Counters.Requests -ge 1 }
            Stop-Script $started

            $sandbox.SetFaults([McMessaging.SandboxFaults]::new())
            $null = Connect-McAccount -Sandbox $sandbox
            $results = 1..100 | ForEach-Object { @{ ContactKey = "C-$_"; To = "c$_@example.com" } } |
                Send-McEmail welcome -JournalPath $journal
            $results.Count | Should -Be 100
            $sandbox.Counters.EmailAccepted | Should -Be 100
        }
    }

    Context 'while a server never responds' {
        BeforeEach {
            $silent = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
            $silent.Start()
            $accepting = $silent.AcceptTcpClientAsync()
            $uri = "http://$($silent.LocalEndpoint)/"
        }

        AfterEach {
            $silent.Stop()
        }

        It 'ends a send' {
            $started = Start-Script {
                $token = ConvertTo-SecureString 'token' -AsPlainText
                $null = Connect-McAccount -AccessToken $token -RestBaseUri $uri
                @{ ContactKey = 'C-1'; To = 'c1@example.com' } | Send-McEmail welcome
            } @{ uri = $uri }
            Wait-Signal $accepting.AsyncWaitHandle | Should -BeTrue
            Stop-Script $started
        }

        It 'ends a connect' {
            $started = Start-Script {
                $credential = [pscredential]::new('id', (ConvertTo-SecureString 'secret' -AsPlainText))
                Connect-McAccount -AuthBaseUri $uri -Credential $credential
            } @{ uri = $uri }
            Wait-Signal $accepting.AsyncWaitHandle | Should -BeTrue
            Stop-Script $started
        }
    }

    It 'ends a wait for messages that stay queued' {
        $sandbox = Connect-PromptSandbox
        try {
            $null = New-EmailDefinition paused -Status Inactive
            $result = New-Row 1 | Send-McEmail paused
            $before = $sandbox.Counters.Requests
            $started = Start-Script {
                $null = Connect-McAccount -Sandbox $sandbox
                Wait-McMessage Email $key -TimeoutSec 3600
            } @{ sandbox = $sandbox; key = $result.MessageKey }
            Wait-Until { $sandbox.Counters.Requests -gt $before }
            Stop-Script $started
            $started.Output | Should -BeNullOrEmpty
            $started.Shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $sandbox.Stop()
        }
    }

    It 'ends a send whose input is slow' {
        $sandbox = Start-McSandbox
        try {
            $reading = [System.Threading.ManualResetEvent]::new($false)
            $started = Start-Script {
                $null = Connect-McAccount -Sandbox $sandbox
                & {
                    @{ ContactKey = 'C-1'; To = 'c1@example.com' }
                    $null = $reading.Set()
                    Start-Sleep -Seconds 3600
                } | Send-McEmail welcome
            } @{ sandbox = $sandbox; reading = $reading }
            Wait-Signal $reading | Should -BeTrue
            Stop-Script $started
            $started.Output | Should -BeNullOrEmpty
        }
        finally {
            $sandbox.Stop()
        }
    }

    It 'ends a send whose input has a slow property, and frees its journal' {
        $sandbox = Start-McSandbox
        try {
            $journal = Join-Path $TestDrive 'property.jsonl'
            $reading = [System.Threading.ManualResetEvent]::new($false)
            $started = Start-Script {
                $null = Connect-McAccount -Sandbox $sandbox
                [pscustomobject]@{ ContactKey = 'C-1'; To = 'c1@example.com' } |
                    Add-Member ScriptProperty Slow { $null = $reading.Set(); Start-Sleep -Seconds 3600 } -PassThru |
                    Send-McEmail welcome -JournalPath $journal
            } @{ sandbox = $sandbox; reading = $reading; journal = $journal }
            Wait-Signal $reading | Should -BeTrue
            Stop-Script $started

            $null = Connect-McAccount -Sandbox $sandbox
            (@{ ContactKey = 'C-1'; To = 'c1@example.com' } | Send-McEmail welcome -JournalPath $journal).Outcome |
                Should -Be 'Accepted'
        }
        finally {
            $sandbox.Stop()
        }
    }
}
