using System.Globalization;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Retrying;

public sealed class RetryAfterReaderTests
{
    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task The_header_counts_on_every_status_that_is_retried(int status)
    {
        var run = await MatrixRun.OfAsync(Sends.Email(), Faults.Status(status, 0, "17"));

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.Equal(TimeSpan.FromSeconds(17), Assert.Single(run.Time.Waits));
    }

    [Fact]
    public async Task The_header_may_be_a_date()
    {
        var date = new VirtualTime().GetUtcNow().AddSeconds(21).ToString("R", CultureInfo.InvariantCulture);

        var run = await MatrixRun.OfAsync(Sends.Email(), Faults.RateLimited(date));

        Assert.Equal(SendOutcome.Accepted, run.Result.Outcome);
        Assert.Equal(TimeSpan.FromSeconds(21), Assert.Single(run.Time.Waits));
    }

    [Fact]
    public async Task A_date_is_read_against_the_clock_of_the_service()
    {
        var clockOfService = new VirtualTime().GetUtcNow().AddHours(1);

        var run = await MatrixRun.OfAsync(Sends.Email(), body =>
        {
            var date = clockOfService.AddSeconds(21).ToString("R", CultureInfo.InvariantCulture);
            var response = Faults.RateLimited(date)(body);
            response.Headers.Date = clockOfService;
            return response;
        });

        Assert.Equal(SendOutcome.Accepted, run.Result.Outcome);
        Assert.Equal(TimeSpan.FromSeconds(21), Assert.Single(run.Time.Waits));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("\"9\"")]
    public async Task Without_the_header_the_body_counts(string retryAfter)
    {
        var run = await MatrixRun.OfAsync(Sends.Email(), Body(retryAfter, null));

        Assert.Equal(TimeSpan.FromSeconds(9), Assert.Single(run.Time.Waits));
    }

    [Fact]
    public async Task The_header_wins_over_the_body()
    {
        var run = await MatrixRun.OfAsync(Sends.Email(), Body("9", "4"));

        Assert.Equal(TimeSpan.FromSeconds(4), Assert.Single(run.Time.Waits));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    public async Task A_header_that_means_nothing_leaves_it_to_the_backoff(string header)
    {
        var run = await MatrixRun.OfAsync(Sends.Email(), Faults.RateLimited(header));

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.All(run.Time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(1.001)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("null")]
    [InlineData("\"soon\"")]
    [InlineData("99999999999999999999")]
    [InlineData("{}")]
    public async Task A_body_that_means_nothing_leaves_it_to_the_backoff(string retryAfter)
    {
        var run = await MatrixRun.OfAsync(Sends.Email(), Body(retryAfter, null));

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.All(run.Time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(1.001)));
    }

    [Theory]
    [InlineData("301")]
    [InlineData("86400")]
    [InlineData("2147483647")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_wait_longer_than_the_time_limit_of_a_request_is_refused(string header)
    {
        var limited = await MatrixRun.OfAsync(Sends.Email(), Faults.RateLimited(header));
        var down = await MatrixRun.OfAsync(Sends.Email(), Faults.Status(500, 0, header));

        Assert.Equal((SendOutcome.Cancelled, 1), limited.OutcomeAndAttempts);
        Assert.Equal("RunStopped", Assert.Single(limited.Host.Errors).Error.ErrorId);
        Assert.Equal((SendOutcome.Unknown, 1), down.OutcomeAndAttempts);
        Assert.Empty(limited.Time.Waits.Concat(down.Time.Waits));
    }

    [Fact]
    public async Task The_time_limit_of_a_request_is_the_one_that_was_given()
    {
        var options = Sends.Email() with { RetryTimeout = TimeSpan.FromSeconds(10) };

        var tooLong = await MatrixRun.OfAsync(options, Faults.RateLimited("10"));
        var together = await MatrixRun.OfAsync(options, Faults.RateLimited("6"), Faults.RateLimited("6"));
        var inTime = await MatrixRun.OfAsync(options, Faults.RateLimited("6"), Faults.RateLimited("3"));

        Assert.Equal((SendOutcome.Cancelled, 1), tooLong.OutcomeAndAttempts);
        Assert.Equal((SendOutcome.Cancelled, 2), together.OutcomeAndAttempts);
        Assert.Equal((SendOutcome.Accepted, 3), inTime.OutcomeAndAttempts);
    }

    private static Func<string, HttpResponseMessage> Body(string retryAfter, string? header) => _ =>
    {
        var response = FakeResponse.Json(
            429, $$"""{"message":"Rate limit exceeded","errorcode":50100,"retryAfter":{{retryAfter}}}""");
        if (header is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", header);
        }

        return response;
    };
}
