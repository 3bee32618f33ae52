using McMessaging.Auth;
using McMessaging.Client.Tests.Support;
using McMessaging.Requests;

namespace McMessaging.Client.Tests.Requests;

/// <summary>A stop between the steps that lead to a first attempt.</summary>
public sealed class RetryLoopStopTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task It_is_heard_before_anything_is_noted_and_again_before_anything_is_sent(
        bool isAbort, bool isBefore)
    {
        using var source = new CancellationTokenSource();
        var isNoted = false;
        var service = new FakeService();
        var time = new VirtualTime();
        using var connection = await service.ConnectAsync(time);
        var request = new ServiceRequest<GetResponse>
        {
            Method = HttpMethod.Get,
            Path = "messaging/v1/email/messages/k",
            CanRetryAmbiguous = true,
            ReadResponse = _ => new GetResponse("r"),
            BeforeFirstAttempt = () =>
            {
                isNoted = true;
                return source.CancelAsync();
            },
        };
        if (isBefore)
        {
            await source.CancelAsync();
        }

        var result = await GetResponse.Sender(connection, time, tokens: new DeafTokens()).SendAsync(
            request, isAbort ? source.Token : default, isAbort ? default : source.Token);

        Assert.Equal((RequestEnd.Stopped, 0, false), (result.End, result.Attempts, result.MayBeTaken));
        Assert.Equal(!isBefore, isNoted);
        Assert.Empty(service.Requests);
    }

    /// <summary>Has a token at hand, whoever stopped.</summary>
    private sealed class DeafTokens : ITokenSource
    {
        private readonly AccessToken _token = new("t0ken", new Uri("https://rest.example.com/"), [], null, null);

        public Task<AccessToken> GetAsync(TokenPatience patience, CancellationToken cancellationToken) =>
            Task.FromResult(_token);

        public Task<AccessToken?> RenewAsync(
            AccessToken refused, TokenPatience patience, CancellationToken cancellationToken) =>
            Task.FromResult<AccessToken?>(null);
    }
}
