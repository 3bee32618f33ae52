using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace McMessaging.EndToEnd.Tests.Support;

/// <summary>The way from the client to the sandbox: notes what passes, and can change or replace the answers.</summary>
internal sealed class Wire() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>What was asked, in order: method and path, without the query.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The last JSON answer of the sandbox to each request.</summary>
    public ConcurrentDictionary<string, string> Responses { get; } = [];

    /// <summary>Changes the sandbox's answers.</summary>
    public Func<JsonNode, JsonNode> Reshape { get; set; } = response => response;

    /// <summary>Answers in place of the sandbox; <c>null</c> leaves a request to the sandbox.</summary>
    public Func<string, HttpResponseMessage?> Intercept { get; set; } = _ => null;

    public static HttpResponseMessage Json(int status, string json) => new((HttpStatusCode)status)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        Requests.Enqueue(asked);
        if (Intercept(asked) is { } replacement)
        {
            return replacement;
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return response;
        }

        var json = await response.Content.ReadAsStringAsync(cancellationToken);
        Responses[asked] = json;
        response.Content = new StringContent(
            Reshape(JsonNode.Parse(json)!).ToJsonString(), Encoding.UTF8, "application/json");
        return response;
    }
}
