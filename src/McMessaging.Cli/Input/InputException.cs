namespace McMessaging.Cli.Input;

/// <summary>The input cannot be used. The message holds names and line numbers, never a value.</summary>
internal sealed class InputException : Exception
{
    public InputException(string input, long? line, string problem, string action)
        : base(line is null ? $"{input}: {problem} {action}" : $"{input}:{line}: {problem} {action}")
    {
        Line = line;
    }

    public long? Line { get; }
}
