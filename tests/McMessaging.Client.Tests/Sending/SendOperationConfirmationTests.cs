using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

public sealed class SendOperationConfirmationTests : JournalTest
{
    [Fact]
    public async Task Each_request_is_asked_for_without_an_address_and_before_it_is_sent()
    {
        var host = new RecordingHost();
        var service = new FakeService();
        host.Confirm = _ => service.Bodies.Count < host.Questions.Count;

        await Sends.RunAsync(
            service, Sends.Email() with { BatchSize = 2, ThrottleLimit = 1 }, Sends.People(3), host, Time);

        Assert.Equal(
            [
                "Send email: 2 recipients with definition 'welcome' (input 1 to 2)",
                "Send email: 1 recipient with definition 'welcome' (input 3 to 3)",
            ],
            host.Questions);
    }

    [Fact]
    public async Task What_is_declined_makes_no_call_at_all_not_even_for_a_token()
    {
        using var service = new FakeService { ExpiresIn = 10 };
        using var connection = await Sends.ConnectAsync(service, Time);
        Time.Advance(TimeSpan.FromSeconds(10));
        var host = new RecordingHost { Confirm = _ => false };

        var summary = await Sends.RunAsync(connection, Options, Sends.People(3), host);

        Assert.Equal((3, 0), (summary.Cancelled, summary.Requests));
        Assert.All(host.Results, result =>
            Assert.Equal((SendOutcome.Cancelled, "Declined"), (result.Outcome, result.ErrorName)));
        Assert.Equal(1, service.TokenRequests);
        Assert.Empty(service.Bodies);
        Assert.False(File.Exists(JournalPath));
    }

    [Fact]
    public async Task What_is_declined_does_not_hold_up_the_rest()
    {
        var host =
            new RecordingHost { Confirm = question => !question.Contains("input 3 to 4", StringComparison.Ordinal) };

        await Sends.RunAsync(Service, Options, Enumerable.Range(1, 6).Select(i => Person("k" + i)), host, Time);

        Assert.Equal("Accepted Accepted Cancelled Cancelled Accepted Accepted", Outcomes(host));
    }

    [Fact]
    public async Task Input_that_makes_no_request_is_not_asked_for()
    {
        var host = new RecordingHost();

        await Sends.RunAsync(Service, Options, ["no recipient", 17], host, Time);

        Assert.Empty(host.Questions);
        Assert.Equal("Rejected Rejected", Outcomes(host));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_preview_gives_the_requests_and_makes_no_call(bool isConnected)
    {
        using var service = new FakeService();
        using var connection = isConnected ? await Sends.ConnectAsync(service, Time) : null;
        var host = new RecordingHost();
        await using var operation = await SendOperation.StartAsync(
            connection, Options with { PreviewOnly = true, RunId = "r" }, new DictionaryReader(), host,
            CancellationToken.None);
        foreach (var item in Sends.People(3).Cast<object>().Append("no recipient"))
        {
            await operation.AddAsync(item);
        }

        await operation.CompleteAsync();

        var root = isConnected ? "https://mctest.rest.marketingcloudapis.com/" : "";
        Assert.Equal(
            [("POST", root + "messaging/v1/email/messages", 2), ("POST", root + "messaging/v1/email/messages", 1)],
            host.Previews.Select(preview => (preview.Method, preview.Uri.ToString(), preview.RecipientCount)));
        Assert.Equal("Rejected", Outcomes(host));
        Assert.Empty(host.Questions);
        Assert.Empty(service.Bodies);
        await Sends.RunAsync(service, Options with { RunId = "r", JournalPath = null }, Sends.People(3));
        Assert.Equal(service.Bodies.Order(), host.Previews.Select(preview => preview.Body).Order());
    }

    [Fact]
    public async Task Without_a_connection_nothing_but_a_preview_can_be_had()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("connection", () => SendOperation.StartAsync(
            null, Sends.Email(), new DictionaryReader(), new RecordingHost(), CancellationToken.None));
    }
}
