using System.Text.Json;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>How those are sent again whom a response leaves open: how many at once, and for how long.</summary>
public sealed class BatchSettlerAgainTests : JournalTest
{
    private static readonly TimeSpan ThirtyHours = TimeSpan.FromHours(30);

    [Fact]
    public async Task Those_whom_a_response_with_items_leaves_open_are_sent_again_in_one_request_whatever_its_code()
    {
        var service = new FakeService(request => request.Number == 1
            ? FakeResponse.Json(400, ResponseFor("k1", 109110, 109121))
            : FakeResponse.Accepted(request.Body));

        var host = await Sends.RunAsync(
            service, Sends.Email(), Enumerable.Range(1, 17).Select(number => Person($"k{number}")));

        Assert.Equal([17, 16], service.Requests.Select(request => request.Keys.Length));
        Assert.Equal(16, host.Results.Count(result => result.Outcome == SendOutcome.AlreadyAccepted
            || result.Outcome == SendOutcome.Accepted));
    }

    [Fact]
    public async Task Sending_them_again_counts_as_a_retry_of_their_request()
    {
        var service = new FakeService(request => request.Number == 1
            ? FakeResponse.Json(202, ResponseFor("k1"))
            : FakeResponse.Accepted(request.Body));
        var host = new RecordingHost();

        var summary = await Sends.RunAsync(service, Sends.Email(), [Person("k1"), Person("k2")], host, Time);

        Assert.Equal((2, 1, 1), (summary.Accepted, summary.Requests, summary.Retries));
    }

    [Fact]
    public async Task Nobody_is_sent_again_48_hours_after_the_first_attempt_though_a_later_one_was_answered()
    {
        Time.OnWait = _ => Time.MoveWallClock(ThirtyHours);
        var service = FakeService.InTurn(
            Faults.Status(500), _ => LaterBy(ThirtyHours, FakeResponse.Json(202, ResponseFor("k1"))));

        var host = await Sends.RunAsync(service, Sends.Email(), [Person("k1"), Person("k2")], Time);

        Assert.Equal("Accepted Unknown", Outcomes(host));
        Assert.Equal("RetryTooLate", host.Results[1].ErrorName);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Nobody_is_sent_again_48_hours_after_an_earlier_run_sent_him()
    {
        await LeaveInFlightAsync(Options, Person("k1"));
        Time.Advance(ThirtyHours);
        var service = FakeService.InTurn(_ => LaterBy(ThirtyHours, FakeResponse.Json(202, ResponseFor("k2"))));

        var host = await Sends.RunAsync(service, Options, [Person("k1"), Person("k2")], Time);

        Assert.Equal("Unknown Accepted", Outcomes(host));
        Assert.Equal("RetryTooLate", host.Results[0].ErrorName);
        Assert.Single(service.Requests);
    }

    private HttpResponseMessage LaterBy(TimeSpan sleep, HttpResponseMessage response)
    {
        Time.MoveWallClock(sleep);
        return response;
    }

    /// <summary>A response that names one recipient and leaves out all others.</summary>
    private static string ResponseFor(string key, int errorCode = 0, int codeOfKey = 0) => JsonSerializer.Serialize(new
    {
        errorcode = errorCode,
        responses = new[] { new { messageKey = key, errorcode = codeOfKey } },
    });
}
