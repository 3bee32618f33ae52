using System.Text;
using McMessaging.Batches;
using McMessaging.Client.Tests.Support;
using McMessaging.Endpoints;

namespace McMessaging.Client.Tests.Batches;

public sealed class BatchTests : IDisposable
{
    private static readonly DateTimeOffset Earlier = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly Batch _batch = new(16, 1);

    [Fact]
    public void Its_places_are_those_of_the_first_and_the_last_of_all()
    {
        Decide(3);
        Decide(4);
        var decided = _batch.Places;
        Send(5);
        Send(7);
        var sentLast = _batch.Places;
        Decide(9);

        Assert.Equal(((3L, 4L), (3L, 7L), (3L, 9L)), (decided, sentLast, _batch.Places));
    }

    [Fact]
    public void Its_places_begin_with_one_that_is_sent_if_that_comes_first()
    {
        Send(2);
        Send(8);
        var sent = _batch.Places;
        Decide(5);

        Assert.Equal(((2L, 8L), (2L, 8L)), (sent, _batch.Places));
        Assert.Equal((3, 2), (_batch.Count, _batch.SendCount));
    }

    [Fact]
    public void Results_come_in_the_order_of_the_input()
    {
        Decide(2);
        Decide(3);
        Decide(6);

        var all = _batch.InInputOrder([Result(1), Result(4), Result(5)]);

        Assert.Equal([1, 2, 3, 4, 5, 6], all.Select(result => result.Index));
    }

    [Fact]
    public void Where_nothing_was_decided_the_results_are_those_of_the_sent()
    {
        RecipientResult[] sent = [Result(1)];

        Assert.Same(sent, _batch.InInputOrder(sent));
    }

    [Theory]
    [InlineData(Batch.FewEntries - 1)]
    [InlineData(Batch.FewEntries + 2)]
    public void Its_body_has_all_in_their_order(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Send(i);
        }

        var expected = string.Join(',', Enumerable.Range(0, count).Select(i => $"[{i}]"));
        Assert.Equal(expected, Encoding.UTF8.GetString(_batch.Body.Span));
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"k{i}"), _batch.SentKeys);
    }

    [Fact]
    public void One_with_attributes_makes_a_batch_with_attributes_for_good()
    {
        Send(1);
        var before = _batch.CarriesAttributes;
        Send(2, carriesAttributes: true);
        Send(3, carriesAttributes: true);
        Send(4);

        Assert.Equal((false, true), (before, _batch.CarriesAttributes));
    }

    [Fact]
    public void The_first_time_that_one_of_them_was_sent_counts()
    {
        Send(1);
        var none = _batch.FirstSentAt;
        Send(2, firstSent: Earlier.AddHours(1));
        Send(3, firstSent: Earlier);
        Send(4, firstSent: Earlier.AddHours(2));
        Send(5);

        Assert.Equal((null, Earlier), (none, _batch.FirstSentAt));
    }

    [Fact]
    public void The_route_for_one_is_taken_only_as_long_as_there_is_one()
    {
        var endpoint = new MessagesEndpoint(Sends.Email(), []);
        var single = new EncodedRequest("one", "[1]"u8.ToArray());
        Send(1, single: single);
        var alone = _batch.RequestWith(endpoint);
        Send(2, single: new EncodedRequest("two", "[2]"u8.ToArray()));

        Assert.Same(single, alone);
        Assert.Equal(endpoint.Path, _batch.RequestWith(endpoint).Path);
    }

    [Fact]
    public void A_part_of_one_is_its_own_request_on_the_route_for_one()
    {
        var single = new EncodedRequest("one", "[1]"u8.ToArray());
        Send(1, single: single);

        Assert.Same(single, _batch.RequestFor(new MessagesEndpoint(Sends.Email(), []), [0]));
    }

    public void Dispose() => _batch.Dispose();

    private static RecipientResult Result(long index) => new() { Index = index };

    private void Decide(long index) => _batch.AddDecided(Result(index));

    private void Send(
        long index, bool carriesAttributes = false, DateTimeOffset? firstSent = null, EncodedRequest? single = null) =>
        _batch.AddToSend(
            new BatchEntry(index, $"k{index}", $"c{index}", null) { FirstSentTicks = firstSent?.UtcTicks ?? 0 },
            Encoding.UTF8.GetBytes($"[{index}]"),
            carriesAttributes,
            single);
}
