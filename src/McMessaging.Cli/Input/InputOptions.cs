using System.Text;

namespace McMessaging.Cli.Input;

/// <summary>Which file to read, and how.</summary>
internal sealed record InputOptions
{
    /// <summary>The file; <c>-</c>: standard input.</summary>
    public required string Path { get; init; }

    /// <summary><c>null</c>: by the file's extension, and standard input by its first character.</summary>
    public InputFormat? Format { get; init; }

    /// <summary>What separates the columns of a CSV file.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>How the text is encoded; <c>null</c>: UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    public InputColumns Columns { get; init; } = new(new RecipientMapping());

    /// <summary>Where records are kept that were not taken; <c>null</c>: nowhere.</summary>
    public string? RejectedPath { get; init; }

    /// <summary>Rejected rows as this very input has them, so that the same command reads them.</summary>
    public RejectedFileFormat RejectedFormat => new() { Delimiter = Delimiter, Encoding = Encoding };
}
