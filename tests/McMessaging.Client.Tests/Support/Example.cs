using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace McMessaging.Client.Tests.Support;

/// <summary>The documented requests and answers, as valid JSON files.</summary>
internal static class Example
{
    private static readonly JsonSerializerOptions Relaxed =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Read(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Examples", name + ".json"));

    /// <summary>One spelling for equal JSON; members keep their order.</summary>
    public static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString(Relaxed);
}
