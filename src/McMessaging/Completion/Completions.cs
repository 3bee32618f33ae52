using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Makes completions of words and what they mean.</summary>
internal static class Completions
{
    /// <summary>
    /// Those that begin with what is typed so far, quoted where they need it. A word that is no plain line is left out:
    /// it would do something to the line that is typed.
    /// </summary>
    public static IEnumerable<CompletionResult> Of(
        string? wordToComplete, IEnumerable<(string Word, string Meaning)> choices)
    {
        var typed = Quoting.Unquote(wordToComplete);
        return
        [
            .. from choice in choices
               where choice.Word.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                   && choice.Word == OneLine.Of(choice.Word)
               select new CompletionResult(
                   Quoting.QuoteIfNeeded(choice.Word),
                   choice.Word,
                   CompletionResultType.ParameterValue,
                   OneLine.Of(choice.Meaning)),
        ];
    }
}
