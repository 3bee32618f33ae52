using System.Buffers;
using System.Globalization;
using System.Text.Json;
using McMessaging.Http;
using McMessaging.Retrying;
using McMessaging.Serialization;

namespace McMessaging.Auth;

/// <summary>Fetches tokens with client credentials from <c>/v2/token</c>.</summary>
internal sealed class TokenClient(
    ServiceTransport transport, AccountCredentials credentials, TimeProvider timeProvider)
{
    private const int MaxAttempts = 4;
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private readonly Backoff _backoff = new(Random.Shared.NextDouble);

    public async Task<AccessToken> FetchAsync()
    {
        for (var attempts = 1; ; attempts++)
        {
            var attempt = await transport.SendAsync(
                HttpMethod.Post, new Uri(credentials.AuthBase, "v2/token"), Body(), null, AttemptLimit, CancellationToken.None)
                .ConfigureAwait(false);
            using var response = attempt.Response;
            if (response is { IsSuccess: true })
            {
                return Read(response);
            }

            var error = response is null ? ApiError.None : ApiError.Read(response);
            var passing = response is null || response.Status is 408 or 429 or >= 500;
            var wait = (response is null ? null : RetryAfterReader.Read(response, error, timeProvider.GetUtcNow()))
                ?? _backoff.After(attempts);
            if (!passing || attempts == MaxAttempts || wait > LongestWait)
            {
                throw TokenErrors.Of(attempt, error, Secret.Reveal(credentials.ClientSecret));
            }

            await Task.Delay(wait, timeProvider).ConfigureAwait(false);
        }
    }

    private byte[] Body()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("grant_type", "client_credentials");
        writer.WriteString("client_id", credentials.ClientId);
        writer.WriteString("client_secret", Secret.Reveal(credentials.ClientSecret));
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

    private AccessToken Read(ServiceResponse response)
    {
        using var document = JsonElementExtensions.TryParseObject(response.Body);
        var value = document?.RootElement.Text("access_token");
        if (value is null || !AccessToken.IsWellFormed(value))
        {
            throw TokenErrors.Unreadable(response);
        }

        var root = document!.RootElement;
        var restBase = ServiceAddress.CheckedRestBase(credentials.AuthBase, root.Text("rest_instance_url"));
        var scope = (root.Text("scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        TimeSpan? life = root.Number("expires_in") is > 0 and var seconds ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)) : null;
        return new AccessToken(value, restBase, scope, timeProvider.GetUtcNow(), life);
    }
}
