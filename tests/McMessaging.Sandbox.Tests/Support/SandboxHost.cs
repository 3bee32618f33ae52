using System.Net.Http.Headers;
using System.Text;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tests.Support;

/// <summary>A running sandbox and a client which holds a token of it.</summary>
internal sealed class SandboxHost : IDisposable
{
    public const string ClientId = "the-client";
    public const string ClientSecret = "the-secret";

    private readonly HttpClient _http;

    private SandboxHost(Sandbox sandbox)
    {
        Sandbox = sandbox;
        _http = new HttpClient { BaseAddress = sandbox.Uri, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Sandbox Sandbox { get; }

    public VirtualTime Clock { get; private init; } = NewClock();

    public static async Task<SandboxHost> StartAsync(
        SandboxFaults? faults = null,
        int seed = 1,
        string[]? strictKeys = null,
        TimeSpan? tokenLifetime = null,
        int inboxCapacity = 100_000,
        TimeSpan? deliveryDelay = null,
        string[]? scopes = null,
        ConnectionLimits? limits = null)
    {
        var clock = NewClock();
        var host = new SandboxHost(Sandbox.Start(new SandboxOptions
        {
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            StrictDefinition = strictKeys is not null,
            DefinitionKeys = strictKeys ?? [],
            Faults = faults ?? new SandboxFaults(),
            Seed = seed,
            TokenLifetime = tokenLifetime ?? TimeSpan.FromSeconds(1080),
            InboxCapacity = inboxCapacity,
            DeliveryDelay = deliveryDelay ?? TimeSpan.FromSeconds(1),
            Scopes = scopes,
            ConnectionLimits = limits ?? ConnectionLimits.OfTheService,
            TimeProvider = clock,
        }))
        { Clock = clock };
        await host.AuthorizeAsync();
        return host;
    }

    public async Task AuthorizeAsync() => UseToken(await FetchTokenAsync());

    public void UseToken(string? token) =>
        _http.DefaultRequestHeaders.Authorization =
            token is null ? null : new AuthenticationHeaderValue("Bearer", token);

    public async Task<string> FetchTokenAsync(string members = "")
    {
        var response = await RequestTokenAsync(TokenBody(members));
        return response.Json.GetProperty("access_token").GetString()!;
    }

    /// <summary>The body of a good token request, with more members such as <c>,"scope":"email_read"</c>.</summary>
    public static string TokenBody(string members = "") => $$"""
        {"grant_type":"client_credentials","client_id":"{{ClientId}}","client_secret":"{{ClientSecret}}"{{members}}}
        """;

    public Task<Response> RequestTokenAsync(string body) => PostAsync("v2/token", body);

    public Task<Response> SendEmailsAsync(params string[] recipients) =>
        PostAsync("messaging/v1/email/messages", Bodies.Many(recipients));

    public Task<Response> SendSmsAsync(params string[] recipients) =>
        PostAsync("messaging/v1/sms/messages", Bodies.Many(recipients));

    public Task<Response> TriggerAsync(string body, string definition = "key:welcome") =>
        PostAsync($"messaging/v1/messageDefinitionSends/{definition}/send", body);

    public Task<Response> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<Response> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json);

    public Task<Response> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, json: null);

    public Task<Response> GetAsync(string path) => SendAsync(HttpMethod.Get, path, json: null);

    public Task<Response> GetInboxAsync(string query = "") => GetAsync(Sandbox.InboxUri.PathAndQuery + "&" + query);

    public async Task<Response> SendAsync(HttpMethod method, string path, string? json)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return await SendAsync(request);
    }

    public async Task<Response> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return await Response.ReadAsync(response);
    }

    private static VirtualTime NewClock() =>
        new(TimeSpan.Zero, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        _http.Dispose();
        Sandbox.Dispose();
    }
}
