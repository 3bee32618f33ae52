using McMessaging.Calls;
using McMessaging.Client.Tests.Support;
using McMessaging.Retrying;
using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Calls;

public sealed class ServiceClientTests
{
    [Fact]
    public async Task A_passing_failure_is_retried()
    {
        var service = new FakeService(request => request.Number < 3
            ? FakeResponse.Text(502, "<html>Bad gateway</html>")
            : FakeResponse.Json(200, """{"definitionKey":"welcome"}"""));
        using var connection = await service.ConnectAsync();

        await new SendDefinitions(connection).GetAsync(MessageChannel.Email, "welcome", CancellationToken.None);

        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task The_limits_of_the_caller_count()
    {
        var service = FakeService.Always("{}", 500);
        using var connection = await service.ConnectAsync();
        var limit = TimeSpan.FromSeconds(10);
        var client = new ServiceClient(connection, verbose: null, limits: new RetryOptions(1, limit, limit));

        await Assert.ThrowsAsync<McException>(() => client.SendAsync(
            new ServiceCall(HttpMethod.Get, "path", "ask"), CancellationToken.None));

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public void Nothing_in_place_of_a_connection_is_an_error_of_the_caller() =>
        Assert.Throws<ArgumentNullException>("connection", () => new SendDefinitions((Connection)null!));

    [Fact]
    public async Task A_closed_connection_asks_nothing()
    {
        var service = FakeService.Always("{}");
        var connection = await service.ConnectAsync();
        connection.Dispose();

        var error = await Assert.ThrowsAsync<McException>(() => new SendDefinitions(connection)
            .GetAsync(MessageChannel.Email, "welcome", CancellationToken.None));

        Assert.Equal("ConnectionClosed", error.ErrorId);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var service = new FakeService(_ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        });
        using var connection = await service.ConnectAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => new SendDefinitions(connection)
            .GetAsync(MessageChannel.Email, "welcome", stop.Token));
    }

    [Fact]
    public async Task Verbose_tells_method_path_and_status_and_no_query()
    {
        var lines = new List<string>();
        var service = FakeService.Always("""{"definitions":[],"requestId":"r-1"}""");
        using var connection = await service.ConnectAsync();

        await foreach (var _ in new SendDefinitions(connection, lines.Add)
            .ListAsync(MessageChannel.Email, new DefinitionFilter(), CancellationToken.None))
        {
        }

        var line = Assert.Single(lines);
        Assert.StartsWith("GET messaging/v1/email/definitions 200 ", line, StringComparison.Ordinal);
        Assert.EndsWith("request r-1", line, StringComparison.Ordinal);
        Assert.DoesNotContain('?', line);
    }
}
