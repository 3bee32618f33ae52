using System.Net;
using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Tokens;

public sealed class TokenTests
{
    [Theory]
    [InlineData(ResponseShape.WithUnknownMembers)]
    [InlineData(ResponseShape.WithNamesInOtherCase)]
    [InlineData(ResponseShape.WithNumbersAsText)]
    public async Task A_token_is_read_in_any_spelling(ResponseShape shape)
    {
        using var service = await Service.StartAsync(tokens: shape);

        Assert.Equal(service.Sandbox.Uri, service.Connection.RestBaseUri);
        Assert.Contains("email_send", service.Connection.Scope);
        Assert.Equal(service.Time.GetUtcNow().AddSeconds(1080), service.Connection.TokenExpiresAt);
    }

    [Theory]
    [InlineData("other-client", null)]
    [InlineData(null, "other-secret")]
    public async Task Wrong_credentials_are_told_when_connecting(string? clientId, string? secret)
    {
        using var sandbox = Sandbox.Start(new SandboxOptions());
        var options = new ConnectionOptions
        {
            AuthBaseUri = sandbox.Uri,
            ClientId = clientId ?? sandbox.ClientId,
            ClientSecret = new NetworkCredential("", secret ?? sandbox.RevealClientSecret()).SecurePassword,
        };

        var error = await Assert.ThrowsAsync<McException>(() => Connection.ConnectAsync(options, default));

        Assert.Equal(("AuthenticationFailed", 401), (error.ErrorId, error.HttpStatus));
    }

    [Fact]
    public async Task An_expired_token_is_renewed_once_and_the_question_repeated()
    {
        using var service = await Service.StartPreparedAsync();
        var before = service.Sandbox.Counters.TokensIssued;
        service.Time.Advance(TimeSpan.FromSeconds(1079));

        await service.Definitions.GetAsync(MessageChannel.Email, "running", default);

        Assert.Equal(before + 1, service.Sandbox.Counters.TokensIssued);
    }

    [Fact]
    public async Task A_token_that_the_service_no_longer_takes_is_renewed()
    {
        using var service = await Service.StartPreparedAsync();
        var refused = false;
        service.Wire.Intercept = asked =>
        {
            if (refused || !asked.StartsWith("GET", StringComparison.Ordinal))
            {
                return null;
            }

            refused = true;
            return Wire.Json(401, """{"message":"Not Authorized","errorcode":0}""");
        };
        var before = service.Sandbox.Counters.TokensIssued;

        var definition = await service.Definitions.GetAsync(MessageChannel.Email, "running", default);

        Assert.Equal("Running", definition.Name);
        Assert.Equal(before + 1, service.Sandbox.Counters.TokensIssued);
    }
}
