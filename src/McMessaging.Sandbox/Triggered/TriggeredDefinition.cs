using System.Security.Cryptography;
using System.Text;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Definitions;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Triggered;

/// <summary>The definition which a triggered send names in its path, by GUID or by <c>key:</c> and a key.</summary>
internal static class TriggeredDefinition
{
    private const string KeyPrefix = "key:";

    /// <exception cref="RequestRefusedException">There is no such definition.</exception>
    public static string Of(HttpRequest request, DefinitionCatalogue definitions)
    {
        var named = request.RouteValues["definition"];
        var definition = KeyIn(named);
        var isKey = definition != named;
        if ((isKey || Guid.TryParse(definition, out _))
            && definitions.IsKnown(request.AccountId, ChannelNames.Triggered, definition))
        {
            return definition;
        }

        throw new RequestRefusedException(404, ServiceErrors.ObjectNotFound("Definition", definition));
    }

    /// <summary>The key or the id that a path names.</summary>
    public static string KeyIn(string named) =>
        named.StartsWith(KeyPrefix, StringComparison.OrdinalIgnoreCase) && named.Length > KeyPrefix.Length
            ? named[KeyPrefix.Length..]
            : named;

    /// <summary>The id of a definition: its own when it is known by it, else always the same for a key.</summary>
    public static Guid IdOf(string definition) =>
        Guid.TryParse(definition, out var id)
            ? id
            : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(definition)).AsSpan(0, 16));
}
