using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>A cmdlet that takes something away for good, and so asks first.</summary>
public abstract class DefinitionRemovalCommandBase : DefinitionCommandBase
{
    /// <summary>Do not ask.</summary>
    [Parameter(HelpMessage = "Do not ask for confirmation.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Whether to go on: <c>-WhatIf</c> and a given <c>-Confirm</c> count more than <c>-Force</c>.</summary>
    private protected bool IsConfirmed(string target, string action) =>
        (Force && !this.IsWhatIf() && !MyInvocation.BoundParameters.ContainsKey("Confirm"))
        || this.Confirms(target, action);
}
