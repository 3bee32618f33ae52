using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Output;

/// <summary>Writes a summary as suits the stream: a table on a terminal, lines elsewhere.</summary>
internal static class SummaryWriter
{
    /// <param name="toError">Standard output holds the results.</param>
    public static void Write(Summary summary, CliConsole console, bool toError)
    {
        var writer = toError ? console.Error : console.Out;
        if (toError ? console.IsErrorTerminal : console.IsOutTerminal)
        {
            TerminalSummary.Write(summary, writer);
        }
        else
        {
            PlainSummary.Write(summary, writer);
        }
    }
}
