using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>
/// What cmdlets say beside their output, each on one line: keys, names and paths in it are other people's text.
/// </summary>
internal static class OneLineOutput
{
    private const int MaxLength = 4000;

    /// <summary>Whether to go on, by <c>-WhatIf</c>, <c>-Confirm</c> and the user.</summary>
    public static bool Confirms(this PSCmdlet cmdlet, string target, string action) =>
        cmdlet.ShouldProcess(OneLine.Of(target), action);

    public static void WriteVerboseLine(this PSCmdlet cmdlet, string text) =>
        cmdlet.WriteVerbose(OneLine.Of(text, MaxLength));

    public static void WriteWarningLine(this PSCmdlet cmdlet, string text) =>
        cmdlet.WriteWarning(OneLine.Of(text, MaxLength));

    /// <summary>Says something past a pipeline that takes no output any more.</summary>
    public static void WriteToHost(this PSCmdlet cmdlet, string text) =>
        cmdlet.Host.UI.WriteLine(OneLine.Of(text, MaxLength));
}
