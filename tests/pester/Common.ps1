# Dot-sourced by every test file: the module under test, a sandbox and a connection to it.
param([Parameter(Mandatory)] [string] $ModulePath)

$ModulePath = (Resolve-Path $ModulePath).Path
Import-Module $ModulePath

function New-Row {
    param([int] $Count, [int] $First = 1)
    foreach ($number in $First..($First + $Count - 1)) {
        [pscustomobject]@{ ContactKey = "C-$number"; Email = "c$number@example.com"; FirstName = "Name $number" }
    }
}

function Connect-Sandbox {
    param([hashtable] $Fault = @{}, [string] $Name = 'Default', [switch] $StrictDefinition)
    $sandbox = Start-McSandbox -Fault $Fault -Seed 1 -StrictDefinition:$StrictDefinition
    $null = Connect-McAccount -Sandbox $sandbox -Name $Name
    $sandbox
}

# A sandbox that decides at once what becomes of a message, so that no test has to wait for it.
function Connect-PromptSandbox {
    param([switch] $StrictDefinition)
    $type = (Get-Command Stop-McSandbox).Parameters['Sandbox'].ParameterType
    $options = @{ DeliveryDelay = [timespan]::Zero; StrictDefinition = $StrictDefinition.IsPresent }
    $sandbox = $type::Start([McMessaging.SandboxOptions] $options)
    $null = Connect-McAccount -Sandbox $sandbox
    $sandbox
}

function New-EmailDefinition {
    param([string] $Key, [string] $Status = 'Active')
    New-McSendDefinition Email $Key -Name "Name of $Key" -CustomerKey asset -List 'All Subscribers' -Status $Status
}

# The errors come back as objects, whatever the caller's preference.
function Get-TerminatingError {
    param([scriptblock] $Script)
    try { $null = & $Script } catch { return $_ }
}

# An object as a job or a remote session returns it.
function ConvertTo-Copy {
    param([Parameter(ValueFromPipeline)] $InputObject, [int] $Depth = 3)
    process {
        $text = [System.Management.Automation.PSSerializer]::Serialize($InputObject, $Depth)
        [System.Management.Automation.PSSerializer]::Deserialize($text)
    }
}

function Stop-EverySandbox {
    while (-not (Get-TerminatingError { Stop-McSandbox })) { }
}

# Runs a script in a runspace of its own, so that a test can look at its streams or stop it.
function Start-Script {
    param([string] $Script, [hashtable] $Variable = @{})
    $shell = [powershell]::Create()
    $shell.Runspace.SessionStateProxy.SetVariable('ModulePath', $ModulePath)
    $Variable.GetEnumerator() | ForEach-Object { $shell.Runspace.SessionStateProxy.SetVariable($_.Key, $_.Value) }
    $null = $shell.AddScript("Import-Module `$ModulePath`n$Script")
    $nothing = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $nothing.Complete()
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $run = $shell.BeginInvoke($nothing, $output)
    [pscustomobject]@{ Shell = $shell; Output = $output; Run = $run }
}

# Waits for a signal far longer than it takes, so that only a hang fails.
function Wait-Signal {
    param([System.Threading.WaitHandle] $Signal)
    $Signal.WaitOne([timespan]::FromSeconds(60))
}

# A file finds the session as if it were new, whatever ran before it in the same PowerShell.
Get-McConnection | Disconnect-McAccount
Stop-EverySandbox
