using System.Buffers;
using System.Globalization;
using System.Text.Json;
using McMessaging.Http;
using McMessaging.Retrying;
using McMessaging.Serialization;

namespace McMessaging.Auth;

/// <summary>Fetches tokens with client credentials from <c>/v2/token</c>.</summary>
internal sealed class TokenClient(
    ServiceTransport transport, AccountCredentials credentials, TimeProvider timeProvider) : ITokenFetcher
{
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(60);

    public bool IsClosed => transport.IsClosed;

    private string ClientSecret => Secret.Reveal(credentials.ClientSecret);

    public async Task<TokenResponse> FetchAsync()
    {
        var attempt = await transport.SendAsync(
            HttpMethod.Post,
            new Uri(credentials.AuthBase, "v2/token"),
            Body(),
            bearer: null,
            AttemptLimit,
            transport.Closed).ConfigureAwait(false);
        using var response = attempt.Response;
        if (response is null)
        {
            return Trouble(TokenErrors.Unreachable(attempt), isPassing: true);
        }

        return response.IsSuccess ? ReadToken(response) : ReadTrouble(response);
    }

    private byte[] Body()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("grant_type", "client_credentials");
        writer.WriteString("client_id", credentials.ClientId);
        writer.WriteString("client_secret", ClientSecret);
        if (credentials.Scope.Count > 0)
        {
            writer.WriteString("scope", string.Join(' ', credentials.Scope));
        }

        if (credentials.AccountId is { } account)
        {
            writer.WriteString("account_id", account.ToString(CultureInfo.InvariantCulture));
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private TokenResponse ReadToken(ServiceResponse response)
    {
        using var document = JsonElementExtensions.TryParseObject(response.Body);
        var value = document?.RootElement.Text("access_token");
        if (value is null || !AccessToken.IsWellFormed(value))
        {
            return Trouble(TokenErrors.Unreadable(response, ClientSecret), isPassing: false);
        }

        var root = document!.RootElement;
        try
        {
            var restBase = ServiceAddress.CheckedRestBase(credentials.AuthBase, root.Text("rest_instance_url"));
            var scope = (root.Text("scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var token = new AccessToken(value, restBase, scope, Moment.Now(timeProvider), LifeOf(root));
            return new TokenResponse(token, null);
        }
        catch (McException exception)
        {
            return Trouble(exception, isPassing: false);
        }
    }

    private TokenResponse ReadTrouble(ServiceResponse response)
    {
        var isPassing = response.Status is 408 or 429 or >= 500;
        using var document = JsonElementExtensions.TryParseObject(response.Body);
        // A refusal counts only in the host's own words: an edge or a portal in between says 403 in HTML.
        if (!isPassing && document is null && response.Status is not (401 or 404))
        {
            return Trouble(TokenErrors.Unreadable(response, ClientSecret), isPassing);
        }

        var error = ApiError.Read(response);
        var retryAfter = RetryAfterReader.Read(response, error, timeProvider.GetUtcNow());
        var refusal = TokenErrors.Refused(response, error, ClientSecret, retryAfter);
        return Trouble(refusal, isPassing, retryAfter);
    }

    private static TimeSpan? LifeOf(JsonElement token) => token.Number("expires_in") is > 0 and var seconds
        ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue))
        : null;

    private static TokenResponse Trouble(McException error, bool isPassing, TimeSpan? retryAfter = null) =>
        new(null, new TokenTrouble(error, isPassing, retryAfter));
}
