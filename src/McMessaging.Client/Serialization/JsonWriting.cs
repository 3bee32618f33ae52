using System.Text.Encodings.Web;
using System.Text.Json;

namespace McMessaging.Serialization;

internal static class JsonWriting
{
    /// <summary>Text as it is, without escapes that only HTML needs; writers here are right by construction.</summary>
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
}
