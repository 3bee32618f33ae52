using McMessaging.Calls;
using McMessaging.Client.Tests.Support;
using McMessaging.Requests;
using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Calls;

public sealed class CallErrorsTests
{
    [Theory]
    [InlineData(300, 0, "RequestRejected", McErrorCategory.InvalidData)]
    [InlineData(400, 10005, "RequestRejected", McErrorCategory.InvalidData)]
    [InlineData(400, 30001, "RequestRejected", McErrorCategory.InvalidOperation)]
    [InlineData(401, 0, "AuthenticationFailed", McErrorCategory.AuthenticationError)]
    [InlineData(403, 20002, "PermissionDenied", McErrorCategory.PermissionDenied)]
    [InlineData(404, 30003, "NotFound", McErrorCategory.ObjectNotFound)]
    [InlineData(409, 30004, "AlreadyExists", McErrorCategory.ResourceExists)]
    [InlineData(409, 30002, "RequestRejected", McErrorCategory.InvalidOperation)]
    [InlineData(415, 0, "RequestRejected", McErrorCategory.InvalidData)]
    [InlineData(429, 50100, "RateLimited", McErrorCategory.LimitsExceeded)]
    [InlineData(429, 50200, "RateLimited", McErrorCategory.LimitsExceeded)]
    [InlineData(500, 0, "ServiceUnavailable", McErrorCategory.ResourceUnavailable)]
    [InlineData(503, 50300, "ServiceUnavailable", McErrorCategory.ResourceUnavailable)]
    [InlineData(596, 0, "ServiceNotFound", McErrorCategory.ResourceUnavailable)]
    public async Task Each_documented_error_has_its_id_category_status_and_code(
        int status, int code, string id, McErrorCategory category)
    {
        var service = new FakeService(_ => Faults.Error(status, code, "MCMS_UTM_Some_Error: words"));

        var error = await GetAsync(service);

        Assert.Equal(id, error.ErrorId);
        Assert.Equal(category, error.Category);
        Assert.Equal(status, error.HttpStatus);
        Assert.Equal(code, error.ErrorCode);
        Assert.Contains("definition 'welcome'", error.Message, StringComparison.Ordinal);
        Assert.Contains("MCMS_UTM_Some_Error: words", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
        var attempts = service.Requests.Count;
        Assert.Equal(
            attempts > 1, error.Message.EndsWith($" ({attempts} attempts).", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"errorcode":30003,"message":"gone","requestId":"r-9"}""")]
    [InlineData("""{"errorCode":"30003","Message":"gone","RequestID":"r-9","more":{"than":["known"]}}""")]
    public async Task The_error_object_is_read_in_any_case_and_with_numbers_as_text(string json)
    {
        var error = await GetAsync(FakeService.Always(json, 404));

        Assert.Equal(30003, error.ErrorCode);
        Assert.Equal("r-9", error.RequestId);
        Assert.Contains("gone", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_permission_names_the_scope()
    {
        var error = await GetAsync(new FakeService(_ => Faults.Error(403, 20002, "no")));

        Assert.Contains("email_read", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_permission_without_a_scope_is_one_of_the_package()
    {
        var error = CallErrors.Of(
            new ServiceCall(HttpMethod.Get, "path", "see whether it is there"),
            new RequestResult<JsonResponse> { End = RequestEnd.Refused, Status = 403 });

        Assert.Contains("access to the business unit", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Sign in to the network</html>")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_success_that_is_no_object_is_unreadable_after_all_attempts(string body)
    {
        var service = new FakeService(_ => FakeResponse.Text(200, body));

        var error = await GetAsync(service);

        Assert.Equal("UnreadableAnswer", error.ErrorId);
        Assert.Equal(McErrorCategory.ProtocolError, error.Category);
        Assert.Equal(7, service.Requests.Count);
        Assert.EndsWith(" (7 attempts).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_at_the_first_attempt_does_not_count_them()
    {
        var error = await GetAsync(new FakeService(_ => Faults.Error(404, 30003, "gone")));

        Assert.EndsWith("gone.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_a_refusal_and_no_success() => Assert.Equal(
        "RequestRejected", (await GetAsync(new FakeService(_ => FakeResponse.Text(300, "")))).ErrorId);

    [Fact]
    public async Task No_connection_is_told_as_such()
    {
        var service = new FakeService(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));

        var error = await GetAsync(service);

        Assert.Equal("ServiceUnreachable", error.ErrorId);
        Assert.Equal(McErrorCategory.ConnectionError, error.Category);
        Assert.Null(error.HttpStatus);
    }

    [Fact]
    public async Task A_broken_connection_is_told_as_such()
    {
        var error = await GetAsync(new FakeService(_ => throw new IOException("reset")));

        Assert.Equal("ConnectionBroken", error.ErrorId);
        Assert.Equal(McErrorCategory.ConnectionError, error.Category);
    }

    [Fact]
    public async Task Refused_credentials_keep_their_own_words()
    {
        var service = new FakeService(_ => Faults.Error(401, 0, "Not Authorized"));
        service.RespondToTokenRequest = FakeService.TokensInTurn(
            null,
            () => FakeResponse.Json(
                401, """{"error":"invalid_client","error_description":"The client is unknown."}"""));

        var error = await GetAsync(service);

        Assert.Equal("AuthenticationFailed", error.ErrorId);
        Assert.Contains("The client is unknown.", error.Message, StringComparison.Ordinal);
    }

    private static async Task<McException> GetAsync(FakeService service)
    {
        using var connection = await service.ConnectAsync();
        return await Assert.ThrowsAsync<McException>(() => new SendDefinitions(connection)
            .GetAsync(MessageChannel.Email, "welcome", CancellationToken.None));
    }
}
