using McMessaging.Status;

namespace McMessaging.Client.Tests.Status;

public sealed class WaitErrorsTests
{
    [Theory]
    [InlineData(null, "of-status")]
    [InlineData("of-error", "of-error")]
    public void The_request_id_is_that_of_the_last_response(string? ofError, string requestId)
    {
        var status = new MessageStatus { MessageKey = "k", Channel = MessageChannel.Email, RequestId = "of-status" };
        var error = ofError is null
            ? null
            : new McException("X", McErrorCategory.ResourceUnavailable, "x", "x") { RequestId = ofError };

        Assert.Equal(requestId, WaitErrors.TimedOut(status, TimeSpan.FromMinutes(1), error).RequestId);
    }
}
