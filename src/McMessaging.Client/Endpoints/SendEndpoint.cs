using System.Runtime.CompilerServices;
using System.Text.Json;
using McMessaging.Http;
using McMessaging.Recipients;

namespace McMessaging.Endpoints;

/// <summary>How one kind of request is written, and how its response is read.</summary>
internal abstract class SendEndpoint
{
    public abstract MessageChannel Channel { get; }

    /// <summary>The definition key or id, for results.</summary>
    public abstract string DefinitionName { get; }

    /// <summary>What a request does, in words for people.</summary>
    public abstract string Action { get; }

    /// <summary>The path below the REST host, without a leading slash.</summary>
    public abstract string Path { get; }

    public abstract int MaxRecipients { get; }

    /// <summary>Whether a retry with the same message keys does no harm.</summary>
    public abstract bool CanRetryAmbiguous { get; }

    /// <summary>The body around its recipients.</summary>
    public abstract BodyFrame Frame { get; }

    public abstract void WriteRecipient(Utf8JsonWriter writer, MappedRecipient recipient, string messageKey);

    /// <summary>The request for a recipient that is sent alone, if there is a route of its own for it.</summary>
    public virtual EncodedRequest? Single(MappedRecipient recipient, string messageKey) => null;

    /// <summary>
    /// Reads a response for the recipients with these keys; <c>null</c> if nothing can be told from it. A refusal of
    /// the
    /// whole request counts only if it says something of each recipient.
    /// </summary>
    public BatchResponse? ReadResponse(ServiceResponse response, IReadOnlyList<string> sentKeys)
    {
        var read = Parse(response, sentKeys);
        return response.IsSuccess || read?.Items.Count > 0 ? read : null;
    }

    protected abstract BatchResponse? Parse(ServiceResponse response, IReadOnlyList<string> sentKeys);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected static void WriteAttributes(Utf8JsonWriter writer, List<KeyValuePair<string, string>> attributes)
    {
        writer.WriteStartObject();
        foreach ((var name, var value) in attributes)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }
}

/// <summary>What is sent for a batch.</summary>
internal sealed record EncodedRequest(string Path, ReadOnlyMemory<byte> Body);
