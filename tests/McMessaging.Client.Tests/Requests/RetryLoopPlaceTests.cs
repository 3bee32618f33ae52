using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Requests;

/// <summary>The place of a request among those that may be in flight at once.</summary>
public sealed class RetryLoopPlaceTests
{
    private static readonly TimeSpan Deadlock = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_request_that_waits_for_its_next_attempt_leaves_its_place_to_others()
    {
        var time = new VirtualTime(TimeSpan.Zero);
        var bothAreOut = new TaskCompletionSource();
        var service = new FakeService
        {
            Respond = async (request, stop) =>
            {
                switch (request.Number)
                {
                    case 1:
                        return Faults.Status(503, 50300, "20")(request.Body);
                    case 2:
                        await bothAreOut.Task.WaitAsync(Deadlock, stop);
                        break;
                    case 3:
                        bothAreOut.SetResult();
                        break;
                }

                return FakeResponse.Accepted(request.Body);
            },
        };

        var run = Sends.RunAsync(
            service, Sends.Email() with { BatchSize = 1, ThrottleLimit = 2 }, Sends.People(3), time);
        await Task.WhenAll(
            bothAreOut.Task.WaitAsync(Deadlock), time.TimersAsync(due => due == TimeSpan.FromSeconds(20), 1));
        time.Advance(TimeSpan.FromSeconds(20));

        var host = await run;
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        Assert.Equal(4, service.Requests.Count);
    }
}
