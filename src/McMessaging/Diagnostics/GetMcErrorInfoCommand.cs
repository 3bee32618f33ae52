using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Explains error codes and names: what they mean, what to do, and whether a retry helps.</summary>
[Cmdlet(VerbsCommon.Get, "McErrorInfo")]
[OutputType(typeof(ErrorInfo))]
public sealed class GetMcErrorInfoCommand : PSCmdlet
{
    private readonly HashSet<ErrorInfo> _written = [];

    /// <summary>The codes, names or patterns; without it, everything.</summary>
    [Parameter(
        Position = 0,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "Codes, names, or patterns with wildcards. Default: all. Results pipe in, each error once.")]
    [Alias("ErrorCode", "StatusCode")]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    public string?[]? Code { get; set; }

    /// <summary>The name that a result has where the service gave no code.</summary>
    [Parameter(
        ValueFromPipelineByPropertyName = true,
        DontShow = true,
        HelpMessage = "The ErrorName of a send's result; it comes from the pipeline.")]
    [AllowNull]
    [AllowEmptyString]
    public string? ErrorName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!MyInvocation.ExpectingInput)
        {
            WriteEntries(Code ?? [string.IsNullOrEmpty(ErrorName) ? "*" : ErrorName]);
        }
        else if (Code?.FirstOrDefault() is { Length: > 0 } code)
        {
            // What was accepted has the code 0, which is no error.
            WriteEntries(code == "0" ? [] : Code);
        }
        else if (!string.IsNullOrEmpty(ErrorName))
        {
            WriteEntries([ErrorName]);
        }
    }

    private void WriteEntries(IEnumerable<string?> wanted)
    {
        foreach (var text in wanted.OfType<string>())
        {
            var isPattern = WildcardPattern.ContainsWildcardCharacters(text);
            var found = isPattern ? FindPattern(text) : ErrorCatalogue.Find(text);
            if (found.Count == 0 && !isPattern)
            {
                WriteError(CommandErrors.UnknownError(text).ToErrorRecord(text));
            }

            WriteObject(found.Where(_written.Add), enumerateCollection: true);
        }
    }

    private static IReadOnlyList<ErrorInfo> FindPattern(string text)
    {
        var pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase);
        return [.. ErrorCatalogue.All.Where(error => pattern.IsMatch(error.Name) || pattern.IsMatch($"{error.Code}"))];
    }
}
