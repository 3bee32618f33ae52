using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>JSON of the inbox's own API, and JSON that it shows.</summary>
internal static class InboxJson
{
    // What is shown is set as text; escapes for the sake of HTML would only make it harder to read.
    private static readonly JsonWriterOptions Shown = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static HttpResponse Of<T>(T value) =>
        HttpResponse.Json(200, writer => JsonSerializer.Serialize(writer, value, Options));

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="RequestRefusedException">The body is no such JSON.</exception>
    public static T Read<T>(HttpRequest request)
    {
        MediaType.RequireJson(request);
        try
        {
            return JsonSerializer.Deserialize<T>(request.Body.Span, Options)
                ?? throw new RequestRefusedException(ServiceErrors.NotJson);
        }
        catch (JsonException)
        {
            throw new RequestRefusedException(ServiceErrors.NotJson);
        }
    }

    /// <summary>JSON with line breaks; as it is when it is no JSON.</summary>
    public static string Indent(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            using var indented = new MemoryStream();
            using (var writer = new Utf8JsonWriter(indented, Shown))
            {
                document.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(indented.ToArray());
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(json);
        }
    }
}
