using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace McMessaging.Commands;

/// <summary>Completes the names of the session's connections.</summary>
public sealed class ConnectionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var typed = Quoting.Unquote(wordToComplete);
        return
        [
            .. from connection in ConnectionRegistry.OfSession.All
               where connection.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
               select new CompletionResult(
                   Quoting.QuoteIfNeeded(connection.Name),
                   connection.Name,
                   CompletionResultType.ParameterValue,
                   $"{connection.Name}: {connection.RestBaseUri}"),
        ];
    }
}
