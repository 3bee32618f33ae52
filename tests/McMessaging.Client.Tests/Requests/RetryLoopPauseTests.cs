using McMessaging.Auth;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Requests;

/// <summary>One pause for all workers after a 429.</summary>
public sealed class RetryLoopPauseTests
{
    [Fact]
    public async Task Nobody_sends_until_the_pause_is_over()
    {
        var time = new VirtualTime(TimeSpan.Zero);
        var begin = time.GetUtcNow();
        var allSent = new TaskCompletionSource();
        var paused = new TaskCompletionSource();
        var sentAt = new List<TimeSpan>();
        var service = new FakeService
        {
            Respond = async (request, _) =>
            {
                lock (sentAt)
                {
                    sentAt.Add(time.GetUtcNow() - begin);
                }

                if (request.Number == 4)
                {
                    allSent.SetResult();
                }

                await (request.Number == 1 ? allSent.Task : paused.Task);
                return request.Number == 1
                    ? Faults.RateLimited("10")(request.Body)
                    : FakeResponse.Accepted(request.Body);
            },
        };
        var options = Sends.Email() with { BatchSize = 1, ThrottleLimit = 4 };

        var run = Sends.RunAsync(service, options, Sends.People(12), time);
        await time.TimersAsync(due => due == TimeSpan.FromSeconds(10), count: 1);
        paused.SetResult();
        await time.TimersAsync(due => due == TimeSpan.FromSeconds(10), count: 4);
        time.Advance(TimeSpan.FromSeconds(4));
        time.Advance(TimeSpan.FromSeconds(6));

        var host = await run;
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(10)], sentAt.Distinct().Order());
        Assert.Equal(4, sentAt.Count(at => at == TimeSpan.Zero));
    }

    [Fact]
    public async Task Progress_says_how_long_all_workers_wait()
    {
        var time = new VirtualTime();
        var service = FakeService.InTurn(Faults.RateLimited("12"));

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(1), time);

        Assert.Contains(host.Progress, progress => progress.Waiting == TimeSpan.FromSeconds(12));
        Assert.Equal(TimeSpan.Zero, host.Progress[^1].Waiting);
    }

    [Fact]
    public async Task A_pause_longer_than_the_time_limit_fails_all_requests_at_once_and_sends_none_of_them()
    {
        var service = new FakeService(request => Faults.RateLimited("86400")(request.Body));
        var options = Sends.Email() with { BatchSize = 1, ThrottleLimit = 1 };
        var host = new RecordingHost();

        var summary = await Sends.RunAsync(service, options, Sends.People(30), host, new VirtualTime())
            .WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((30, 1, 0), (summary.Failed, summary.Requests, summary.Retries));
        Assert.Single(service.Bodies);
        Assert.Equal("RateLimitExceeded", Assert.Single(host.Results, result => result.Attempts == 1).ErrorName);
        Assert.All(host.Results.Where(result => result.Attempts == 0), result =>
        {
            Assert.Equal(("RateLimited", null, null), (result.ErrorName, result.ErrorCode, result.SentAt));
            Assert.Contains("wait", result.Message, StringComparison.Ordinal);
        });
        Assert.All(host.Errors, entry => Assert.Equal(McErrorCategory.LimitsExceeded, entry.Error.Category));
    }

    [Fact]
    public async Task A_pause_that_begins_while_a_token_is_fetched_holds_too()
    {
        var time = new VirtualTime(TimeSpan.Zero);
        var begin = time.GetUtcNow();
        var sentAt = new List<TimeSpan>();
        var service = new FakeService
        {
            Respond = (request, _) =>
            {
                lock (sentAt)
                {
                    sentAt.Add(time.GetUtcNow() - begin);
                }

                return Task.FromResult(request.Number == 1
                    ? Faults.RateLimited("10")(request.Body)
                    : FakeResponse.Json(200, "{}"));
            },
        };
        using var connection = await Sends.ConnectAsync(service, time);
        var tokens = new HeldTokens(connection.Tokens);
        var sender = GetResponse.Sender(connection, time, tokens: tokens);

        Task held = GetResponse.SendAsync(sender);
        Task limited = GetResponse.SendAsync(sender);
        await time.TimersAsync(due => due == TimeSpan.FromSeconds(10), count: 1);
        tokens.Release();
        await time.TimersAsync(due => due == TimeSpan.FromSeconds(10), count: 2);
        time.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(held, limited);

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)], sentAt.Order());
    }

    /// <summary>Lets the first who asks wait for his token.</summary>
    private sealed class HeldTokens(ITokenSource tokens) : ITokenSource
    {
        private readonly TaskCompletionSource _release = new();
        private int _asked;

        public void Release() => _release.SetResult();

        public async Task<AccessToken> GetAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _asked) == 1)
            {
                await _release.Task;
            }

            return await tokens.GetAsync(cancellationToken);
        }

        public Task<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
            tokens.RenewAsync(refused, cancellationToken);
    }
}
