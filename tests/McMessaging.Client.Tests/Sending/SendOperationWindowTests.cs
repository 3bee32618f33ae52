using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>How far a run goes ahead of its slowest request.</summary>
public sealed class SendOperationWindowTests
{
    [Fact]
    public async Task A_slow_triggered_send_holds_up_none_of_the_next_hundred()
    {
        var free = new TaskCompletionSource();
        var service = new FakeService
        {
            Respond = async (request, stop) =>
            {
                if (request.Number == 100)
                {
                    free.SetResult();
                }
                else if (request.Number == 1)
                {
                    await free.Task.WaitAsync(TimeSpan.FromSeconds(30), stop);
                }

                return FakeResponse.Accepted(request.Body);
            },
        };

        var host = await Sends.RunAsync(
            service, Sends.Triggered() with { ThrottleLimit = 2, MaxRetryCount = 0 }, Sends.People(100));

        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        Assert.Equal(100, service.Requests.Count);
    }
}
