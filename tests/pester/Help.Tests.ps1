param([string] $ModulePath = "$PSScriptRoot/../../McMessaging.psd1")

BeforeDiscovery {
    $root = Split-Path (Resolve-Path $ModulePath)
    $commands = (Test-ModuleManifest $ModulePath).ExportedCmdlets.Keys
    $topics = (Get-ChildItem "$root/en-US/about_*.help.txt").Name -replace '\.help\.txt$'

    # The examples of every page, as they stand in the Markdown.
    $examples = foreach ($command in $commands) {
        $page = Get-Content "$root/docs/en-US/$command.md" -Raw
        foreach ($match in [regex]::Matches($page, '(?ms)^### (Example \d+: [^\n]+)\n.*?^```powershell\n(.*?)^```')) {
            @{ Command = $command; Title = $match.Groups[1].Value; Code = $match.Groups[2].Value }
        }
    }
    foreach ($topic in $topics) {
        $page = Get-Content "$root/docs/en-US/$topic.md" -Raw
        $number = 0
        foreach ($match in [regex]::Matches($page, '(?ms)^```powershell\n(.*?)^```')) {
            $examples += @{ Command = $topic; Title = "Example $((++$number))"; Code = $match.Groups[1].Value }
        }
    }

    # What asks a person or needs an account is only bound to its parameters.
    $withoutAccount = $examples | Where-Object { $_.Code -notlike '*mcYOURSUBDOMAIN*' }
    $withAccount = $examples | Where-Object { $_.Code -like '*mcYOURSUBDOMAIN*' }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1 $ModulePath
    . $PSScriptRoot/HelpSetup.ps1
    $root = Split-Path (Resolve-Path $ModulePath)
    $pages = (Get-ChildItem "$root/docs/en-US/*.md").BaseName
    $topics = $pages -like 'about_*'
}

Describe 'Get-Help' {
    It 'knows <_> with its synopsis, examples, parameters and page on the web' -ForEach $commands {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Match '^[A-Z].*\.$'
        $help.description.Text | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        $help.examples.example.code | Should -Not -BeNullOrEmpty
        $link = $help.relatedLinks.navigationLink | Where-Object linkText -eq 'Online version:'
        $link.uri | Should -BeLike "https://*/docs/en-US/$_.md"
        $help.relatedLinks.navigationLink.linkText | Select-Object -Skip 1 | Should -Not -BeNullOrEmpty
    }

    It 'describes every parameter of <_>' -ForEach $commands {
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        $shown = (Get-Command $_).Parameters.Values | Where-Object {
            $_.Name -notin $common -and $_.Attributes.DontShow -notcontains $true
        }
        foreach ($parameter in $shown) {
            $help = Get-Help $_ -Parameter $parameter.Name
            $help.description.Text | Should -Not -BeNullOrEmpty -Because "-$($parameter.Name) has no description"
        }
    }

    It 'tells the defaults of <_> as they are' -ForEach $commands {
        $command = Get-Command $_
        $cmdlet = [Activator]::CreateInstance($command.ImplementingType)
        $told = @{}
        foreach ($parameter in (Get-Help $_).parameters.parameter) { $told[$parameter.name] = $parameter.defaultValue }
        foreach ($name in $told.Keys | Where-Object { $cmdlet.PSObject.Properties[$_] }) {
            $value = $cmdlet.$name
            $attributes = $command.Parameters[$name].Attributes
            $expected = if ($value -is [switch]) { "$value" }
                elseif ($attributes.Mandatory -contains $true) { 'None' }
                # A field of a definition counts only where it is given.
                elseif ($value -is [bool] -or $value -is [McMessaging.DefinitionStatus]) { 'None' }
                elseif ($value -is [hashtable]) { '@{}' }
                elseif ("$value" -eq '') { 'None' }
                else { "$value" }
            $told[$name] | Should -Be $expected -Because "-$name has that default"
        }
    }

    It 'links only to what there is: <_>' -ForEach $commands {
        $links = (Get-Help $_).relatedLinks.navigationLink.linkText | Where-Object { $_ -ne 'Online version:' }
        $links | Should -BeIn $pages
    }

    It 'shows <_> in 80 columns, with a synopsis' -ForEach $topics {
        $text = Get-Help $_
        $text -split '\r?\n' | Where-Object Length -gt 80 | Should -BeNullOrEmpty
        Get-Help about_McMessaging* | Where-Object Name -eq $_ | ForEach-Object Synopsis |
            Should -Match '^[A-Z].*\.$'
    }

    It 'opens the page on the web with -Online' -Skip:(-not $IsLinux) {
        $folder = (New-Item (Join-Path $TestDrive browser) -ItemType Directory).FullName
        mkfifo "$folder/opened"
        Set-Content "$folder/xdg-open" "#!/bin/sh`necho `$1 > '$folder/opened'"
        chmod +x "$folder/xdg-open"
        $path = $env:PATH
        try {
            $env:PATH = "${folder}:$path"
            Get-Help Send-McEmail -Online
            timeout 60 cat "$folder/opened" | Should -BeLike 'https://*/docs/en-US/Send-McEmail.md'
        }
        finally {
            $env:PATH = $path
        }
    }

    It 'works where the module is packaged' {
        $package = Join-Path $TestDrive 'McMessaging'
        $null = New-Item $package -ItemType Directory
        Copy-Item $ModulePath, "$root/module", "$root/en-US" -Destination $package -Recurse
        $script = "Import-Module '$package/McMessaging.psd1'; (Get-Help Send-McSms).Synopsis; Get-Help $($topics[0])"
        $text = pwsh -NoProfile -NonInteractive -Command $script | Out-String
        $text | Should -BeLike '*Sends a transactional SMS*'
        $text | Should -BeLike "*$($topics[0])*LONG DESCRIPTION*"
    }
}

Describe 'An example runs as it stands' {
    It '<Command>: <Title>' -ForEach $withoutAccount {
        $failure = $null
        try {
            Invoke-HelpExample -Command $Command -Code $Code -Folder (Join-Path $TestDrive ([guid]::NewGuid()))
        }
        catch {
            $failure = "$_ $($_.ScriptStackTrace)"
        }

        $failure | Should -BeNullOrEmpty -Because $Code
    }

    It 'as far as it can without an account: <Command>: <Title>' -ForEach $withAccount {
        $problems = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $problems)
        $problems | Should -BeNullOrEmpty
        $calls = $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
        foreach ($call in $calls) {
            $known = (Get-Command $call.GetCommandName()).Parameters.Keys
            $given = $call.CommandElements | Where-Object ParameterName | ForEach-Object ParameterName
            $given | Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
        }
        $Command | Should -BeIn 'Connect-McAccount', 'about_McMessaging'
    }
}

Describe 'The job of about_McMessaging_Jobs' {
    BeforeAll {
        $page = Get-Content "$root/docs/en-US/about_McMessaging_Jobs.md" -Raw
        $blocks = [regex]::Matches($page, '(?ms)^```powershell\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value }
        $import = "Import-Module '$ModulePath'"

        # As a scheduler runs it: a script in a PowerShell of its own, which ends with an exit code.
        function Invoke-Job {
            param([string] $Code)
            Set-Content job.ps1 $Code
            $null = pwsh -NoProfile -NonInteractive -File job.ps1 2>$null
            $LASTEXITCODE
        }
    }

    It 'sends everybody one message over restarts, keeps the bad row, and takes it back corrected' {
        $folder = (New-Item (Join-Path $TestDrive nightly) -ItemType Directory).FullName
        Push-Location $folder
        $sandbox = Connect-PromptSandbox
        try {
            $more = "C4,no address,Edith,1004`nC5,bounce@example.com,Joan,1005"
            Set-Content orders.csv ($files['orders.csv'] + "`n$more")
            $env:SFMC_AUTH_BASE_URL = $sandbox.Uri
            $env:SFMC_CLIENT_ID = $sandbox.ClientId
            $env:SFMC_CLIENT_SECRET = $sandbox.RevealClientSecret()
            $job = $blocks[0] -replace '(?m)^Import-Module McMessaging$', $import

            Invoke-Job $job | Should -Be 1
            Invoke-Job $job | Should -Be 1
            $sandbox.Counters.EmailAccepted | Should -Be 4
            @(Import-Csv not-sent.csv).ContactKey | Should -Be C5

            $file = (Get-Item orders-*.rejected.csv).FullName
            $rows = @(Import-Csv $file)
            $rows.ContactKey | Should -Be C4
            $rows[0].EmailAddress = 'edith@example.com'
            $rows | Export-Csv $file
            $resend = ($blocks -like '*rejected-2.csv*')[0]
            Invoke-Job "$import`n`$null = Connect-McAccount -FromEnvironment`n$resend" | Should -Be 0

            # The bad row is still in the input, and nobody gets a second message.
            Invoke-Job $job | Should -Be 1
            $sandbox.Counters.EmailAccepted | Should -Be 5
        }
        finally {
            Remove-Item Env:SFMC_AUTH_BASE_URL, Env:SFMC_CLIENT_ID, Env:SFMC_CLIENT_SECRET
            $sandbox.Stop()
            Pop-Location
        }
    }
}
