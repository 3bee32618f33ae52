using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

public sealed class SendOptionsTests
{
    private static readonly SendOptions Good = Sends.Email();

    public static TheoryData<string, SendOptions> Bad => new()
    {
        { "definition key", Good with { DefinitionKey = null } },
        { "definition key", Good with { DefinitionKey = " " } },
        { "definition key", Sends.Triggered() with { DefinitionKey = null } },
        { "Both a key and an id", Sends.Triggered() with { DefinitionId = Guid.NewGuid() } },
        { "batch size", Good with { BatchSize = 0 } },
        { "batch size", Good with { BatchSize = 2001 } },
        { "throttle limit", Good with { ThrottleLimit = 0 } },
        { "throttle limit", Good with { ThrottleLimit = 51 } },
        { "retries", Good with { MaxRetryCount = -1 } },
        { "attempt", Good with { Timeout = TimeSpan.Zero } },
        { "batch", Good with { RetryTimeout = TimeSpan.FromSeconds(-1) } },
        { "batch", Good with { RetryTimeout = TimeSpan.Zero } },
        { "rate", Good with { RecipientsPerMinute = 0 } },
        { "run id", Good with { RunId = "" } },
        { "run id", Good with { RunId = " " } },
        { "run id", Good with { RunId = "\ud800" } },
        { "definition key", Good with { DefinitionKey = "\ud800" } },
        { "message text", Good with { MessageText = "\ud800" } },
        { "sender's address", Good with { FromAddress = "\ud800" } },
        { "sender's name", Good with { FromName = "\ud800" } },
    };

    public static TheoryData<SendOptions> Extreme =>
    [
        Good with { BatchSize = 1 },
        Good with { BatchSize = 2000 },
        Good with { ThrottleLimit = 1 },
        Good with { ThrottleLimit = 50 },
        Good with { MaxRetryCount = 0 },
        Good with { RecipientsPerMinute = 1 },
        Good with { Timeout = TimeSpan.FromTicks(1) },
        Good with { RetryTimeout = TimeSpan.FromTicks(1) },
        Sends.Triggered() with { DefinitionKey = null, DefinitionId = Guid.NewGuid() },
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task An_option_that_cannot_be_meant_is_refused_before_anything_is_sent(
        string what, SendOptions options)
    {
        var service = new FakeService();

        var error = await Assert.ThrowsAsync<McException>(
            () => Sends.RunAsync(service, options, Sends.People(1)));

        Assert.Equal(("InvalidSendOption", McErrorCategory.InvalidArgument), (error.ErrorId, error.Category));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Empty(service.Bodies);
    }

    [Theory]
    [MemberData(nameof(Extreme))]
    public async Task An_option_at_its_limit_is_taken(SendOptions options)
    {
        using var connection = await Sends.ConnectAsync(new FakeService());

        await using var operation = await SendOperation.StartAsync(
            connection, options, new DictionaryReader(), new RecordingHost(), CancellationToken.None);

        Assert.Equal(0, operation.OtherShards);
    }

    [Fact]
    public void They_show_the_channel_and_the_definition_by_its_id_where_it_has_one()
    {
        var id = new Guid("dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc");

        Assert.Equal("Email welcome", Good.ToString());
        Assert.Equal($"Triggered {id}", (Sends.Triggered() with { DefinitionId = id }).ToString());
    }

    [Fact]
    public async Task Nothing_in_place_of_options_reader_or_host_is_an_error_of_the_caller()
    {
        using var connection = await Sends.ConnectAsync(new FakeService());

        await ThrowsAsync("options", null!, new DictionaryReader(), new RecordingHost());
        await ThrowsAsync("reader", Good, null!, new RecordingHost());
        await ThrowsAsync("host", Good, new DictionaryReader(), null!);

        Task ThrowsAsync(string name, SendOptions options, IRecordReader reader, IOperationHost host) =>
            Assert.ThrowsAsync<ArgumentNullException>(
                name, () => SendOperation.StartAsync(connection, options, reader, host, CancellationToken.None));
    }

    [Fact]
    public async Task An_attribute_of_all_that_cannot_be_text_is_refused_by_its_name()
    {
        var error = await Assert.ThrowsAsync<McException>(() => Sends.RunAsync(
            new FakeService(), Good with { Attributes = [new("Thing", new object())] }, Sends.People(1)));

        Assert.Equal("InvalidAttribute", error.ErrorId);
        Assert.Contains("'Thing'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_was_disconnected_is_refused()
    {
        var connection = await Sends.ConnectAsync(new FakeService(), new VirtualTime());
        connection.Dispose();

        var error = await Assert.ThrowsAsync<McException>(() => SendOperation.StartAsync(
            connection, Good, new DictionaryReader(), new RecordingHost(), CancellationToken.None));

        Assert.Equal("ConnectionClosed", error.ErrorId);
    }

    [Fact]
    public async Task A_summary_counts_every_outcome_request_and_retry()
    {
        var service = FakeService.InTurn(
                Faults.RateLimited(), body => Faults.Reject(body, key => key == "k2" ? 109121 : 0));
        object[] input =
            [.. new[] { "k1", "k2", "k1" }.Select(key => new Recipient { ContactKey = "c", MessageKey = key })];
        var host = new RecordingHost();

        var summary = await Sends.RunAsync(service, Good, input, host, new VirtualTime());

        Assert.Equal(
            new SendSummary(3, 1, 0, 2, 0, 0, 0, 1, 1, TimeSpan.FromSeconds(5)) { WithoutAddress = 3 }, summary);
        Assert.False(summary.AllAccepted);
        var last = host.Progress[^1];
        Assert.Equal((3, 3, 1, 2), (last.Read, last.Done, last.Accepted, last.NotAccepted));
    }
}
