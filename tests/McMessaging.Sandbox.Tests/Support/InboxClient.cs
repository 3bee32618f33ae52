using System.Text;

namespace McMessaging.Sandboxing.Tests.Support;

/// <summary>Calls the API of a sandbox's inbox, with its key.</summary>
internal static class InboxClient
{
    public const string Api = "/inbox/api/";

    public static Task<Response> GetFromInboxAsync(this SandboxHost host, string path) =>
        host.AskInboxAsync(HttpMethod.Get, path);

    public static async Task<Response> AskInboxAsync(
        this SandboxHost host, HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, Api + path);
        request.Headers.Add("X-Inbox-Key", KeyOf(host));
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return await host.SendAsync(request);
    }

    public static string KeyOf(SandboxHost host) => host.Sandbox.InboxUri.Query["?key=".Length..];

    /// <summary>Opens a stream of events, of which nothing is read yet.</summary>
    public static async Task<StreamReader> FollowInboxAsync(this SandboxHost host)
    {
        var http = new HttpClient { BaseAddress = host.Sandbox.Uri, Timeout = TimeSpan.FromSeconds(60) };
        return new StreamReader(await http.GetStreamAsync($"{Api}events?key={KeyOf(host)}"));
    }

    /// <summary>The data of the next event; null at the end of the stream.</summary>
    public static async Task<string?> ReadEventAsync(this StreamReader events)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await events.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }

        return null;
    }
}
