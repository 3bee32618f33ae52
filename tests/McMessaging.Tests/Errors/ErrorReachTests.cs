using McMessaging.Commands;

namespace McMessaging.Tests.Errors;

public sealed class ErrorReachTests
{
    [Theory]
    [InlineData("AuthenticationFailed", McErrorCategory.AuthenticationError, true)]
    [InlineData("PermissionDenied", McErrorCategory.PermissionDenied, true)]
    [InlineData("ConnectionClosed", McErrorCategory.InvalidOperation, true)]
    [InlineData("ServiceUnreachable", McErrorCategory.ConnectionError, true)]
    [InlineData("ServiceNotFound", McErrorCategory.ResourceUnavailable, true)]
    [InlineData("NotFound", McErrorCategory.ObjectNotFound, false)]
    [InlineData("RequestRejected", McErrorCategory.InvalidOperation, false)]
    [InlineData("ConnectionBroken", McErrorCategory.ConnectionError, false)]
    [InlineData("ServiceUnavailable", McErrorCategory.ResourceUnavailable, false)]
    public void Only_what_every_call_would_meet_ends_a_command(string id, McErrorCategory category, bool meets) =>
        Assert.Equal(meets, new McException(id, category, "words", "action").MeetsEveryCall());
}
