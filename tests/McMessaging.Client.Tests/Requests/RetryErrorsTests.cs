using McMessaging.Endpoints;
using McMessaging.Http;
using McMessaging.Requests;

namespace McMessaging.Client.Tests.Requests;

public sealed class RetryErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));

    [Theory]
    [InlineData(503, 503, "ServiceUnavailable", McErrorCategory.ResourceUnavailable)]
    [InlineData(429, 429, "RateLimited", McErrorCategory.LimitsExceeded)]
    [InlineData(null, 429, "RateLimited", McErrorCategory.LimitsExceeded)]
    public void A_service_that_is_down_and_one_that_limits_are_told_apart(
        int? status, int told, string id, McErrorCategory category)
    {
        var error = RetryErrors.RateLimited(Result(status), TimeSpan.FromSeconds(90), Now);

        Assert.Equal((id, category, told), (error.ErrorId, error.Category, error.HttpStatus));
        Assert.Equal((50200, "request-1"), (error.ErrorCode, error.RequestId));
    }

    [Theory]
    [InlineData(0, "2026-01-02 01:05:05 UTC")]
    [InlineData(60, "2026-01-02 01:05:05 UTC")]
    [InlineData(3600, "2026-01-02 02:04:05 UTC")]
    public void It_says_when_to_come_back_in_a_minute_at_the_earliest(int seconds, string at) => Assert.Contains(
        $"after {at},",
        RetryErrors.RateLimited(Result(429), TimeSpan.FromSeconds(seconds), Now).RecommendedAction,
        StringComparison.Ordinal);

    [Fact]
    public void A_wait_beyond_all_calendars_is_told_as_their_end() => Assert.Contains(
        "after 9999-12-31 23:59:59 UTC,",
        RetryErrors.RateLimited(Result(429), TimeSpan.MaxValue, Now).RecommendedAction,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0.9, "used up the time")]
    [InlineData(1, "to wait 1 s")]
    [InlineData(1.1, "to wait 2 s")]
    public void A_wait_is_told_in_whole_seconds_where_there_is_one(double seconds, string words) => Assert.Contains(
        words,
        RetryErrors.RateLimited(Result(429), TimeSpan.FromSeconds(seconds), Now).Message,
        StringComparison.Ordinal);

    private static RequestResult<BatchResponse> Result(int? status) =>
        new() { Status = status, Error = new ApiError(50200, null, "request-1", null) };
}
