using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace McMessaging.Commands;

/// <summary>Completes a table of faults, one entry for each fault there is.</summary>
public sealed class FaultCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        from fault in FaultTable.Examples
        let text = string.Create(CultureInfo.InvariantCulture, $"@{{ {fault.Key} = {fault.Value} }}")
        where text.Contains(wordToComplete.Trim('@', '{', ' '), StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(text, fault.Key, CompletionResultType.ParameterValue, text);
}
