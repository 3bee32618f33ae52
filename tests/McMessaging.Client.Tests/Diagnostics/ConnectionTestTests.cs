using McMessaging.Client.Tests.Support;
using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Diagnostics;

public sealed class ConnectionTestTests
{
    [Theory]
    [InlineData("""{"enterprise":{"id":100},"organization":{"id":200},"rest":{"scopes":["a","b","c"]}}""", 3)]
    [InlineData("""{"Enterprise":{"ID":"100"},"Organization":{"Id":"200"},"rest":null,"new":[]}""", 2)]
    public async Task A_good_connection_tells_account_scopes_and_latency(string json, int scopes)
    {
        var service = FakeService.Always(json);

        var result = await TestAsync(service);

        Assert.True(result.Success);
        Assert.True(result.TokenValid);
        Assert.True(result.RestReachable);
        Assert.Equal(200, result.AccountId);
        Assert.Equal(100, result.EnterpriseId);
        Assert.Equal(scopes, result.Scope.Count);
        Assert.NotNull(result.Latency);
        Assert.Null(result.ErrorId);
        Assert.Equal("Default: good", result.ToString());
        Assert.Equal(new Uri("https://mctest.rest.marketingcloudapis.com/"), result.RestBaseUri);
        Assert.Equal("/platform/v1/tokenContext", Assert.Single(service.Paths));
    }

    [Fact]
    public async Task What_the_response_leaves_out_comes_from_the_connection()
    {
        var result = await TestAsync(FakeService.Always("{}"));

        Assert.True(result.Success);
        Assert.Equal(["email_send", "sms_send"], result.Scope);
        Assert.Null(result.AccountId);
    }

    [Theory]
    [InlineData("""{"organization":{"id":200}}""", 200)]
    [InlineData("{}", 7)]
    public async Task The_account_is_that_of_the_response_before_that_of_the_connection(string json, long account)
    {
        var options = Sends.Credentials(FakeService.Always(json), new VirtualTime(TimeSpan.FromSeconds(20)));
        using var connection = await Connection.ConnectAsync(options with { AccountId = 7 }, CancellationToken.None);

        var result = await ConnectionTest.RunAsync(connection, null, CancellationToken.None);

        Assert.Equal(account, result.AccountId);
    }

    [Fact]
    public async Task Without_a_connection_there_is_nothing_to_test() =>
        await Assert.ThrowsAsync<ArgumentNullException>(
            "connection", () => ConnectionTest.RunAsync(null!, null, CancellationToken.None));

    [Fact]
    public async Task A_refused_token_is_a_finding()
    {
        var service = new FakeService(_ => Faults.Error(401, 0, "Not Authorized"));

        var result = await TestAsync(service);

        Assert.False(result.Success);
        Assert.False(result.TokenValid);
        Assert.True(result.RestReachable);
        Assert.Equal(401, result.HttpStatus);
        Assert.Equal("AuthenticationFailed", result.ErrorId);
        Assert.Contains("Not Authorized", result.ErrorMessage, StringComparison.Ordinal);
        Assert.NotEmpty(result.RecommendedAction!);
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData(403, 20002, "PermissionDenied")]
    [InlineData(429, 50100, "RateLimited")]
    [InlineData(503, 50300, "ServiceUnavailable")]
    public async Task A_service_that_refuses_is_reachable_and_asked_once(int status, int code, string errorId)
    {
        var service = new FakeService(_ => Faults.Error(status, code, "no"));

        var result = await TestAsync(service);

        Assert.False(result.Success);
        Assert.Null(result.TokenValid);
        Assert.True(result.RestReachable);
        Assert.NotNull(result.Latency);
        Assert.Equal(errorId, result.ErrorId);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_a_finding()
    {
        var service = new FakeService(
            _ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));

        var result = await TestAsync(service);

        Assert.False(result.Success);
        Assert.False(result.RestReachable);
        Assert.Null(result.Latency);
        Assert.Equal("ServiceUnreachable", result.ErrorId);
    }

    [Fact]
    public async Task A_token_that_cannot_be_had_is_a_finding()
    {
        var time = new VirtualTime(TimeSpan.FromSeconds(20));
        var service = FakeService.Always("{}");
        using var connection = await service.ConnectAsync(time);
        service.RespondToTokenRequest = FakeService.TokensInTurn(
            null, () => FakeResponse.Json(401, """{"error":"invalid_client"}"""));
        time.Advance(TimeSpan.FromHours(1));

        var result = await ConnectionTest.RunAsync(connection, null, CancellationToken.None);

        Assert.False(result.Success);
        Assert.False(result.TokenValid);
        Assert.Null(result.RestReachable);
        Assert.Equal("AuthenticationFailed", result.ErrorId);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_closed_connection_is_a_finding()
    {
        var connection = await FakeService.Always("{}").ConnectAsync();
        connection.Dispose();

        var result = await ConnectionTest.RunAsync(connection, null, CancellationToken.None);

        Assert.False(result.TokenValid);
        Assert.Equal("ConnectionClosed", result.ErrorId);
        Assert.Equal("Default: ConnectionClosed", result.ToString());
    }

    [Fact]
    public async Task A_page_in_place_of_the_response_is_a_finding()
    {
        var service = new FakeService(_ => FakeResponse.Text(200, "<html>Sign in</html>"));

        var result = await TestAsync(service);

        Assert.False(result.Success);
        Assert.Equal("UnreadableAnswer", result.ErrorId);
    }

    // The test's own time limit of 30 s must not be jumped over like a wait.
    private static async Task<ConnectionTestResult> TestAsync(FakeService service)
    {
        using var connection = await service.ConnectAsync(new VirtualTime(TimeSpan.FromSeconds(20)));
        return await ConnectionTest.RunAsync(connection, null, CancellationToken.None);
    }
}
