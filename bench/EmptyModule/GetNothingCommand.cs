using System.Management.Automation;

namespace EmptyModule;

/// <summary>The least a binary module can have.</summary>
[Cmdlet(VerbsCommon.Get, "Nothing")]
public sealed class GetNothingCommand : PSCmdlet
{
}
