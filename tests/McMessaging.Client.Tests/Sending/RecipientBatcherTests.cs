using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

public sealed class RecipientBatcherTests
{
    [Theory]
    [InlineData(true, 9)]
    [InlineData(false, 3)]
    public async Task Recipients_go_500_a_request_with_attributes_and_2000_without(bool withAttributes, int requests)
    {
        var service = new FakeService();

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(4321, withAttributes));

        Assert.Equal(requests, service.Bodies.Count);
        Assert.Equal(4321, host.Results.Count);
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        Assert.Equal(
            Sends.People(4321).Select(person => person.ContactKey), host.Results.Select(result => result.ContactKey));
    }

    [Fact]
    public async Task A_batch_never_passes_4_000_000_bytes()
    {
        var service = new FakeService();
        string large = new('x', 30_000);
        var people = Enumerable.Range(1, 400).Select(i => new Recipient
        {
            ContactKey = "c" + i,
            Attributes = new Dictionary<string, object> { ["Text"] = large },
        });

        var host = await Sends.RunAsync(service, Sends.Email(), people);

        Assert.Equal(4, service.Bodies.Count);
        Assert.All(service.Bodies, body => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(body), 1, 4_000_000));
        Assert.Equal(400, host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task A_body_of_exactly_4_000_000_bytes_is_one_request(int more, int requests)
    {
        var frame = """{"definitionKey":"welcome","recipients":[]}""".Length;
        var recipient = """{"contactKey":"","messageKey":"k1"}""".Length;
        var keys = 4_000_000 - frame - (2 * recipient) - ",".Length + more;
        var service = new FakeService();

        await Sends.RunAsync(
            service,
            Sends.Email(),
            [
                new Recipient { ContactKey = new string('a', 2_000_000), MessageKey = "k1" },
                new Recipient { ContactKey = new string('b', keys - 2_000_000), MessageKey = "k2" },
            ]);

        Assert.Equal(requests, service.Bodies.Count);
        if (requests == 1)
        {
            Assert.Equal(4_000_000, service.Bodies[0].Length);
        }
    }

    [Fact]
    public async Task A_recipient_that_alone_passes_the_limit_is_rejected_and_the_others_are_sent()
    {
        var service = new FakeService();
        var tooLarge = new Recipient
        {
            ContactKey = "large",
            Attributes = new Dictionary<string, object> { ["Text"] = new string('x', 4_000_000) },
        };

        var host = await Sends.RunAsync(
            service, Sends.Email(), Sends.People(1).Cast<object>().Append(tooLarge).Concat(Sends.People(2).Skip(1)));

        Assert.Equal(
            [SendOutcome.Accepted, SendOutcome.Rejected, SendOutcome.Accepted],
            host.Results.Select(result => result.Outcome));
        Assert.Equal("RecipientTooLarge", host.Results[1].ErrorName);
        Assert.Equal(2, FakeResponse.KeysOf(Assert.Single(service.Bodies)).Length);
    }

    [Theory]
    [InlineData(0, SendOutcome.Accepted)]
    [InlineData(1, SendOutcome.Rejected)]
    public async Task A_recipient_whose_body_has_exactly_4_000_000_bytes_is_sent(int more, SendOutcome outcome)
    {
        var rest = """{"definitionKey":"welcome","recipients":[{"contactKey":"","messageKey":"k1"}]}""".Length;
        var contactKey = new string('a', 4_000_000 - rest + more);

        var host = await Sends.RunAsync(
            new FakeService(), Sends.Email(), [new Recipient { ContactKey = contactKey, MessageKey = "k1" }]);

        Assert.Equal(outcome, Assert.Single(host.Results).Outcome);
    }

    [Fact]
    public async Task The_given_batch_size_counts()
    {
        var service = new FakeService();

        await Sends.RunAsync(service, Sends.Email() with { BatchSize = 7 }, Sends.People(30, withAttributes: true));

        Assert.Equal([7, 7, 7, 7, 2], service.Requests.Select(request => request.Keys.Length).OrderDescending());
    }

    [Fact]
    public async Task Nothing_in_means_nothing_out()
    {
        var service = new FakeService();

        var host = await Sends.RunAsync(service, Sends.Email(), []);

        Assert.Empty(service.Bodies);
        Assert.Empty(host.Order);
    }
}
