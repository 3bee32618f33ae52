using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace McMessaging.Browser.Tests.Support;

/// <summary>A sandbox, a client that sends to it, and its inbox in a page of a browser.</summary>
internal sealed class InboxSession : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly HttpClient _http;

    private InboxSession(Sandbox sandbox, HttpClient http, IBrowserContext context, IPage page)
    {
        Sandbox = sandbox;
        Page = page;
        _http = http;
        _context = context;
        page.Console += (_, message) => Noise.Add(message.Text);
        page.PageError += (_, error) => Noise.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Noise.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public Sandbox Sandbox { get; }

    public IPage Page { get; }

    /// <summary>What the page wrote to its console, its errors, and the dialogs of its scripts.</summary>
    public List<string> Noise { get; } = [];

    public ILocator Rows => Page.Locator("#list li");

    public ILocator Filter => Page.Locator("#filter");

    public ILocator Detail => Page.Locator("#detail");

    public static async Task<InboxSession> OpenAsync(
        IBrowser browser, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var sandbox = Sandbox.Start(new SandboxOptions { Seed = 1 });
        var http = new HttpClient { BaseAddress = sandbox.Uri };
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var session = new InboxSession(sandbox, http, context, await context.NewPageAsync());
        await session.AuthorizeAsync();
        await session.Page.GotoAsync(sandbox.InboxUri.ToString());
        await Assertions.Expect(session.Page.Locator("#live")).ToHaveTextAsync("Live");
        return session;
    }

    /// <summary>Sends one email to each address, all in one request.</summary>
    public Task SendEmailsAsync(params string[] addresses) => SendAsync(
        "email", "welcome", addresses.Select((to, i) => Recipient($"{to}-{i}", to)));

    /// <summary>Sends to recipients as JSON, and says what status came back.</summary>
    public async Task<int> SendAsync(
        string channel, string definitionKey, IEnumerable<JsonObject> recipients, string? text = null)
    {
        var body = new JsonObject
        {
            ["definitionKey"] = definitionKey,
            ["recipients"] = new JsonArray([.. recipients]),
        };
        if (text is not null)
        {
            body["content"] = new JsonObject { ["message"] = text };
        }

        using var response = await PostAsync($"messaging/v1/{channel}/messages", body);
        return (int)response.StatusCode;
    }

    public static JsonObject Recipient(string contactKey, string to, params (string Name, string Value)[] attributes)
    {
        var recipient = new JsonObject { ["contactKey"] = contactKey, ["to"] = to };
        if (attributes.Length > 0)
        {
            recipient["attributes"] = new JsonObject(
                attributes.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Value)));
        }

        return recipient;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _http.Dispose();
        Sandbox.Dispose();
    }

    private async Task AuthorizeAsync()
    {
        using var response = await PostAsync("v2/token", new JsonObject
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Sandbox.ClientId,
            ["client_secret"] = Sandbox.RevealClientSecret(),
        });
        using var token = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", token.RootElement.GetProperty("access_token").GetString());
    }

    private async Task<HttpResponseMessage> PostAsync(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await _http.PostAsync(path, content);
    }
}
