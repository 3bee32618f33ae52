namespace McMessaging.Cli.Output;

/// <summary>Entries of the error catalogue as text.</summary>
internal static class ErrorText
{
    public static void WriteLines(IEnumerable<ErrorInfo> errors, TextWriter writer)
    {
        foreach (var error in errors)
        {
            writer.WriteLine($"{error.Code,7}  {error.Name}: {error.Meaning}");
        }
    }

    public static void WriteEach(IEnumerable<ErrorInfo> errors, TextWriter writer)
    {
        foreach (var error in errors)
        {
            writer.WriteLine($"{error.Code} {error.Name}".TrimStart());
            writer.WriteLine($"  {error.Meaning}");
            writer.WriteLine($"  What to do:  {error.RecommendedAction}");
            writer.WriteLine($"  Retry helps: {error.RepeatHelps}");
        }
    }
}
