using System.Text;

namespace McMessaging;

/// <summary>How a file of rejected rows is written, so that the same command reads it.</summary>
public sealed record RejectedFileFormat
{
    /// <summary>What separates the columns of a CSV file.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The encoding; by default UTF-8, for CSV with a byte order mark, which spreadsheets go by.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>How the host words advice that names cmdlets and parameters.</summary>
    public Func<string, string> Words { get; init; } = static advice => advice;
}
