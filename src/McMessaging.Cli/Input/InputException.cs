namespace McMessaging.Cli.Input;

/// <summary>The input cannot be used. The message holds names and line numbers, never a value.</summary>
internal sealed class InputException : Exception
{
    private const int MaxLength = 2000;

    public InputException(string input, long? line, string problem, string action)
        : base(OneLine.Of(
            line is null ? $"{input}: {problem} {action}" : $"{input}:{line}: {problem} {action}", MaxLength))
    {
        Line = line;
    }

    public long? Line { get; }
}
