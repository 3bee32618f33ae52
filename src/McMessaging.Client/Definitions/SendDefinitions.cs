using System.Runtime.CompilerServices;
using System.Text.Json;
using McMessaging.Calls;
using McMessaging.Definitions;
using McMessaging.Http;
using McMessaging.Serialization;

namespace McMessaging;

/// <summary>Send definitions: <c>/messaging/v1/{channel}/definitions</c>.</summary>
public sealed class SendDefinitions
{
    private const int LongestKey = 36;
    private readonly ServiceClient _calls;

    /// <summary>Makes no call yet.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="verbose">Takes a line per attempt: method, path, status, duration.</param>
    public SendDefinitions(Connection connection, Action<string>? verbose = null)
        : this(new ServiceClient(connection, verbose))
    {
    }

    internal SendDefinitions(ServiceClient calls) => _calls = calls;

    /// <summary>One definition, with all its fields.</summary>
    /// <exception cref="McException">There is none with this key (<c>NotFound</c>), or the call failed.</exception>
    public Task<SendDefinition> GetAsync(
        MessageChannel channel, string definitionKey, CancellationToken cancellationToken)
    {
        var path = ServicePath.Definition(channel, definitionKey);
        var call = new ServiceCall(HttpMethod.Get, path, $"get the definition '{definitionKey}'")
        {
            Scope = ServicePath.ReadScope(channel),
        };
        return AskAsync(call, channel, definitionKey, cancellationToken);
    }

    /// <summary>
    /// The definitions that fit the filter, page by page as they are asked for. The service tells the number of each
    /// page
    /// only, so the list ends with the first page that is not full.
    /// </summary>
    /// <exception cref="McException">A call failed. What came before it is listed.</exception>
    public async IAsyncEnumerable<SendDefinition> ListAsync(
        MessageChannel channel, DefinitionFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string? firstOfLastPage = null;
        for (var number = 1; ; number++)
        {
            var call = new ServiceCall(
                HttpMethod.Get, ServicePath.Definitions(channel) + filter.ToQuery(number), "list the definitions")
            {
                Scope = ServicePath.ReadScope(channel),
            };
            var response = await _calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
            var page = response.Items("definitions")
                .Select(item => DefinitionReader.Read(item, channel, ""))
                .ToArray();
            if (page.Length == 0 || page[0].DefinitionKey == firstOfLastPage)
            {
                yield break;
            }

            foreach (var definition in page)
            {
                yield return definition;
            }

            firstOfLastPage = page[0].DefinitionKey;
            if (page.Length < (response.Number("pageSize") ?? filter.PageSize))
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// Makes a definition. Not retried after an ambiguous failure: its key would be taken by the first attempt.
    /// </summary>
    /// <exception cref="McException">
    /// The key is longer than 36 characters (<c>DefinitionKeyTooLong</c>), the key or name is taken
    /// (<c>AlreadyExists</c>), a field is missing or wrong (<c>RequestRejected</c>), or the
    /// call failed.
    /// </exception>
    public Task<SendDefinition> CreateAsync(
        MessageChannel channel, string definitionKey, SendDefinitionChange fields, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _ = PathKey.Escape(definitionKey, "definition key");
        ThrowIfTooLong(definitionKey);
        var call = new ServiceCall(
            HttpMethod.Post, ServicePath.Definitions(channel), $"create the definition '{definitionKey}'")
        {
            Body = DefinitionWriter.Write(channel, definitionKey, fields),
            CanRetryAmbiguous = false,
            Scope = ServicePath.WriteScope(channel),
        };
        return AskAsync(call, channel, definitionKey, cancellationToken);
    }

    /// <summary>Changes the given fields of a definition and leaves the others as they are.</summary>
    /// <exception cref="McException">
    /// Nothing is given (<c>NothingToChange</c>), a field is wrong (<c>RequestRejected</c>), or the call failed.
    /// </exception>
    public Task<SendDefinition> UpdateAsync(
        MessageChannel channel, string definitionKey, SendDefinitionChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        change.ThrowIfEmpty();
        var path = ServicePath.Definition(channel, definitionKey);
        var call = new ServiceCall(HttpMethod.Patch, path, $"change the definition '{definitionKey}'")
        {
            Body = DefinitionWriter.Write(channel, null, change),
            Scope = ServicePath.WriteScope(channel),
        };
        return AskAsync(call, channel, definitionKey, cancellationToken);
    }

    /// <summary>Deletes a definition; the service keeps a record of it.</summary>
    /// <exception cref="McException">There is none with this key (<c>NotFound</c>), or the call failed.</exception>
    public async Task DeleteAsync(MessageChannel channel, string definitionKey, CancellationToken cancellationToken)
    {
        var path = ServicePath.Definition(channel, definitionKey);
        var call = new ServiceCall(HttpMethod.Delete, path, $"delete the definition '{definitionKey}'")
        {
            Scope = ServicePath.WriteScope(channel),
        };
        await _calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private static void ThrowIfTooLong(string definitionKey)
    {
        if (definitionKey.Length > LongestKey)
        {
            throw new McException(
                "DefinitionKeyTooLong",
                McErrorCategory.InvalidArgument,
                $"The definition key '{definitionKey}' has {definitionKey.Length} characters.",
                $"Give at most {LongestKey}.");
        }
    }

    private async Task<SendDefinition> AskAsync(
        ServiceCall call, MessageChannel channel, string definitionKey, CancellationToken cancellationToken)
    {
        var response = await _calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return DefinitionReader.Read(response, channel, definitionKey);
    }
}
