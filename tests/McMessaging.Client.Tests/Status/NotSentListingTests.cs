using System.Web;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Status;

public sealed class NotSentListingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;
    private readonly List<long> _events = [35760, 35761, 35790, 35795, 35802];

    private string Checkpoint => Path.Combine(_folder, "email.checkpoint");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_message_tells_where_to_go_on_and_the_last_of_a_page_the_watermark()
    {
        var (messages, last) = await ListAsync(new NotSentOptions());

        Assert.Equal(_events, messages.Select(message => message.EventId!.Value));
        Assert.Equal(
            [35760L, 35775, 35790, 35801, 35816], messages.Select(message => message.LastEventId!.Value));
        Assert.Equal(35816, last);
    }

    [Fact]
    public async Task Going_on_from_any_message_loses_nothing_and_repeats_nothing()
    {
        var (all, _) = await ListAsync(new NotSentOptions());

        for (var i = 0; i < all.Count; i++)
        {
            var (rest, _) = await ListAsync(new NotSentOptions { LastEventId = all[i].LastEventId });
            Assert.Equal(_events.Skip(i + 1), rest.Select(message => message.EventId!.Value));
        }
    }

    [Fact]
    public async Task Night_after_night_each_message_is_told_once()
    {
        var options = new NotSentOptions { CheckpointPath = Checkpoint };
        var (first, _) = await ListAsync(options);
        var (second, _) = await ListAsync(options);
        _events.Add(35830);
        var (third, _) = await ListAsync(options);

        Assert.Equal(5, first.Count);
        Assert.Empty(second);
        Assert.Equal([35830L], third.Select(message => message.EventId!.Value));
    }

    [Fact]
    public async Task An_empty_list_keeps_how_far_the_watermark_moved()
    {
        _events.Clear();
        var service = new FakeService(request => FakeResponse.Json(
            200, request.Number == 1 ? """{"lastEventID":70,"messages":[]}""" : """{"messages":[]}"""));
        await ListAsync(new NotSentOptions { CheckpointPath = Checkpoint }, service);

        await ListAsync(new NotSentOptions { CheckpointPath = Checkpoint }, service);

        Assert.EndsWith("&lastEventId=70", service.Requests[2].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_ones_are_told_once_and_the_next_ones_after_them()
    {
        var options = new NotSentOptions { CheckpointPath = Checkpoint, First = 2 };

        var told = new List<long>();
        for (var night = 0; night < 4; night++)
        {
            var (messages, _) = await ListAsync(options);
            told.AddRange(messages.Select(message => message.EventId!.Value));
        }

        Assert.Equal(_events, told);
    }

    [Fact]
    public async Task A_list_that_was_cut_short_is_repeated()
    {
        using var connection = await Service().ConnectAsync();
        var listing = Open(connection, new NotSentOptions { CheckpointPath = Checkpoint });
        await foreach (var _ in listing.ReadAsync(CancellationToken.None))
        {
            break;
        }

        listing.Save();

        Assert.False(File.Exists(Checkpoint));
    }

    [Fact]
    public async Task A_list_that_failed_leaves_the_checkpoint_as_it_was()
    {
        await ListAsync(new NotSentOptions { CheckpointPath = Checkpoint, First = 1 });
        var before = await File.ReadAllTextAsync(Checkpoint);
        var service = new FakeService(request => request.Number == 1 ? Page(request) : Faults.Error(403, 20002, "no"));

        await Assert.ThrowsAsync<McException>(
            () => ListAsync(new NotSentOptions { CheckpointPath = Checkpoint }, service));

        Assert.Equal(before, await File.ReadAllTextAsync(Checkpoint));
    }

    [Fact]
    public async Task Where_there_is_no_checkpoint_yet_the_list_begins_at_the_given_event()
    {
        var options = new NotSentOptions { CheckpointPath = Checkpoint, LastEventId = 35790 };

        var (first, _) = await ListAsync(options);
        _events.Add(35830);
        var (second, _) = await ListAsync(options);

        Assert.Equal([35795L, 35802], first.Select(message => message.EventId!.Value));
        Assert.Equal([35830L], second.Select(message => message.EventId!.Value));
    }

    [Fact]
    public async Task A_listing_takes_a_connection_and_options()
    {
        using var connection = await FakeService.Always("{}").ConnectAsync();

        Assert.Throws<ArgumentNullException>("connection", () => Open(null!, new NotSentOptions()));
        Assert.Throws<ArgumentNullException>("options", () => Open(connection, null!));
    }

    private static NotSentListing Open(Connection connection, NotSentOptions options) =>
        NotSentListing.Open(connection, MessageChannel.Email, options);

    private FakeService Service() => new(Page);

    private async Task<(List<NotSentMessage> Messages, long? Last)> ListAsync(
        NotSentOptions options, FakeService? service = null)
    {
        using var connection = await (service ?? Service()).ConnectAsync();
        var listing = Open(connection, options);
        var messages = new List<NotSentMessage>();
        await foreach (var message in listing.ReadAsync(CancellationToken.None))
        {
            messages.Add(message);
        }

        listing.Save();
        return (messages, listing.LastEventId);
    }

    // Two events a page; the watermark runs 14 ahead of the last one, but not over the next. In a gap pages are empty.
    private HttpResponseMessage Page(FakeRequest request)
    {
        var given = HttpUtility.ParseQueryString(new Uri("http://x" + request.Path).Query)["lastEventId"];
        var after = given is null ? 0 : long.Parse(given);
        var next = _events.Where(id => id > after).ToArray();
        var isGap = next.Length > 0 && _events.Contains(next[0] - 1) is false && next[0] - after is > 1 and < 20;
        var page = isGap ? [] : next.Take(2).ToArray();
        var limit = _events.Where(id => page.Length > 0 && id > page[^1]).DefaultIfEmpty(long.MaxValue).Min() - 1;
        var watermark = isGap ? next[0] - 1 : page.Length > 0 ? Math.Min(page[^1] + 14, limit) : after;
        var items = string.Join(',', page.Select(id => $$"""{"eventID":{{id}}}"""));
        return FakeResponse.Json(200, $$"""{"lastEventID":{{watermark}},"messages":[{{items}}]}""");
    }
}
