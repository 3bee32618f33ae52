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
        IDictionary fakeBoundParameters) => Completions.Of(
            wordToComplete,
            ConnectionRegistry.OfSession.All.Select(c => (c.Name, $"{c.Name}: {c.RestBaseUri}")));
}
