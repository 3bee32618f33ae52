using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace McMessaging.Cli.Output;

/// <summary>A message not sent as a JSON line, with the property names of <see cref="NotSentMessage"/>.</summary>
internal static class NotSentLine
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static byte[] Of(NotSentMessage message) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(message, Options), (byte)'\n'];
}
