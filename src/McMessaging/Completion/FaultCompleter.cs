using System.Collections;
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
        from fault in SandboxFaults.Known
        let value = fault.Values.Contains("rate", StringComparison.Ordinal) ? "0.1" : "1"
        let text = $"@{{ {fault.Name} = {value} }}"
        where text.Contains(wordToComplete.Trim('@', '{', ' '), StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(
            text, fault.Name, CompletionResultType.ParameterValue, $"{fault.Description} Takes {fault.Values}.");
}
