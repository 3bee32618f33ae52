using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace McMessaging.Commands;

/// <summary>Completes the codes of the error catalogue, or its names where letters are typed.</summary>
public sealed class ErrorCodeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var words = from error in ErrorCatalogue.All
                    from word in WordsOf(error)
                    select (word, $"{error}");
        return Completions.Of(wordToComplete, words.DistinctBy(w => w.word));
    }

    private static IEnumerable<string> WordsOf(ErrorInfo error) => error.Code is { } code
        ? [code.ToString(CultureInfo.InvariantCulture), error.Name]
        : [error.Name];
}
