# A PowerShell host that answers confirmation prompts: 0 Yes, 1 Yes to All, 2 No, 3 No to All.
using namespace System.Management.Automation
using namespace System.Management.Automation.Host
using namespace System.Collections.Generic
using namespace System.Collections.ObjectModel

class AnsweringUI : PSHostUserInterface {
    [Queue[int]] $Answers
    [List[string]] $Asked
    [List[string]] $Lines = [List[string]]::new()

    AnsweringUI([int[]] $answers, [List[string]] $asked) {
        $this.Answers = [Queue[int]]::new($answers)
        $this.Asked = $asked
    }

    [PSHostRawUserInterface] get_RawUI() { return $null }
    [int] PromptForChoice(
        [string] $caption, [string] $message, [Collection[ChoiceDescription]] $choices, [int] $default) {
        $this.Asked.Add($message)
        return $this.Answers.Dequeue()
    }
    [Dictionary[string, psobject]] Prompt(
        [string] $caption, [string] $message, [Collection[FieldDescription]] $descriptions) {
        throw [System.NotSupportedException]::new('No prompt is expected.')
    }
    [pscredential] PromptForCredential(
        [string] $caption, [string] $message, [string] $user, [string] $target) { return $null }
    [pscredential] PromptForCredential(
        [string] $caption, [string] $message, [string] $user, [string] $target,
        [PSCredentialTypes] $types, [PSCredentialUIOptions] $options) { return $null }
    [string] ReadLine() { return '' }
    [securestring] ReadLineAsSecureString() { return [securestring]::new() }
    [void] Write([string] $value) { }
    [void] Write([System.ConsoleColor] $foreground, [System.ConsoleColor] $background, [string] $value) { }
    [void] WriteLine([string] $value) { $this.Lines.Add($value) }
    [void] WriteErrorLine([string] $value) { }
    [void] WriteDebugLine([string] $message) { }
    [void] WriteProgress([long] $sourceId, [ProgressRecord] $record) { }
    [void] WriteVerboseLine([string] $message) { }
    [void] WriteWarningLine([string] $message) { }
}

class AnsweringHost : PSHost {
    [AnsweringUI] $Interface
    [guid] $Identity = [guid]::NewGuid()

    AnsweringHost([int[]] $answers, [List[string]] $asked) {
        $this.Interface = [AnsweringUI]::new($answers, $asked)
    }

    [cultureinfo] get_CurrentCulture() { return [cultureinfo]::InvariantCulture }
    [cultureinfo] get_CurrentUICulture() { return [cultureinfo]::InvariantCulture }
    [guid] get_InstanceId() { return $this.Identity }
    [string] get_Name() { return 'AnsweringHost' }
    [PSHostUserInterface] get_UI() { return $this.Interface }
    [version] get_Version() { return [version]::new(1, 0) }
    [void] EnterNestedPrompt() { }
    [void] ExitNestedPrompt() { }
    [void] NotifyBeginApplication() { }
    [void] NotifyEndApplication() { }
    [void] SetShouldExit([int] $exitCode) { }
}
