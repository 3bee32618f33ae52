using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace McMessaging.Commands;

/// <summary>Completes the keys of the connection's send definitions, as far as they arrive in two seconds.</summary>
public sealed class DefinitionKeyCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        if (ConnectionOf(fakeBoundParameters) is not { } connection
            || ChannelOf(commandName, fakeBoundParameters) is not { } channel)
        {
            return [];
        }

        var definitions = Task.Run(() => ListAsync(connection, channel)).GetAwaiter().GetResult();
        return Completions.Of(wordToComplete, definitions.Select(d => (d.DefinitionKey, $"{d}")));
    }

    private static Connection? ConnectionOf(IDictionary bound) =>
        (bound["Connection"] is PSObject wrapper ? wrapper.BaseObject : bound["Connection"]) switch
        {
            Connection connection => connection,
            string name => ConnectionRegistry.OfSession.Find(name),
            _ => ConnectionRegistry.OfSession.Current,
        };

    private static MessageChannel? ChannelOf(string commandName, IDictionary bound) => commandName switch
    {
        _ when LanguagePrimitives.TryConvertTo(bound["Channel"], out MessageChannel given) => given,
        _ when commandName.EndsWith("McEmail", StringComparison.OrdinalIgnoreCase) => MessageChannel.Email,
        _ when commandName.EndsWith("McSms", StringComparison.OrdinalIgnoreCase) => MessageChannel.Sms,
        _ => null,
    };

    private static async Task<List<SendDefinition>> ListAsync(Connection connection, MessageChannel channel)
    {
        var found = new List<SendDefinition>();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var existing = new DefinitionFilter { StatusNot = DefinitionStatus.Deleted };
            var list = new SendDefinitions(connection).ListAsync(channel, existing, limit.Token);
            await foreach (var definition in list.ConfigureAwait(false))
            {
                found.Add(definition);
            }
        }
        catch (Exception exception) when (exception is McException or OperationCanceledException)
        {
            // Nobody waits for a completion, and an error would land in the middle of what is typed.
        }

        return found;
    }
}
