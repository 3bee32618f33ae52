using McMessaging.Endpoints;
using McMessaging.Http;
using McMessaging.Requests;

namespace McMessaging.Client.Tests.Requests;

public sealed class RequestResultTests
{
    private static readonly McException Cause = new("X", McErrorCategory.LimitsExceeded, "The cause.", "x");

    [Theory]
    [InlineData(RequestEnd.RateLimited, 1, "429. The cause.")]
    [InlineData(RequestEnd.RateLimited, 0, "The cause.")]
    [InlineData(RequestEnd.GaveUp, 1, "The cause.")]
    public void A_rate_limit_is_told_after_what_the_last_attempt_came_to(object end, int attempts, string words)
    {
        var result = new RequestResult<BatchResponse> { Attempts = attempts, Description = "429." };

        result.EndWith((RequestEnd)end, Cause);

        Assert.Equal((end, words), (result.End, result.Description));
    }

    [Fact]
    public void The_request_id_of_a_response_goes_before_that_of_an_error()
    {
        var result = new RequestResult<BatchResponse> { Error = new ApiError(null, null, "of-error", null) };
        Assert.Equal("of-error", result.RequestId);

        result.Response = new BatchResponse { RequestId = "of-response", Items = [] };

        Assert.Equal("of-response", result.RequestId);
    }
}
