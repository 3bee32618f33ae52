using System.Web;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Status;

public sealed class NotSentMessagesTests
{
    private const long First = 1L << 33;

    [Fact]
    public async Task More_than_a_thousand_messages_come_page_by_page_each_once_with_ids_beyond_32_bits()
    {
        var service = new FakeService(request => Page(request, total: 1234, pageSize: 50));

        var messages = await ListAsync(service);

        Assert.Equal(
            Enumerable.Range(1, 1234).Select(i => First + i), messages.Select(message => message.EventId!.Value));
        Assert.Equal(26, service.Requests.Count);
        Assert.Equal("/messaging/v1/email/messages/?type=notSent", service.Requests[0].Path);
        Assert.Equal($"/messaging/v1/email/messages/?type=notSent&lastEventId={First + 50}", service.Requests[1].Path);
    }

    [Fact]
    public async Task A_listing_begins_after_the_given_event_with_the_given_page_size()
    {
        var service = new FakeService(request => Page(request, total: 30, pageSize: 20));

        var messages = await ListAsync(service, lastEventId: First + 5, pageSize: 20);

        Assert.Equal(25, messages.Count);
        Assert.Equal(
            $"/messaging/v1/email/messages/?type=notSent&$pageSize=20&lastEventId={First + 5}",
            service.Requests[0].Path);
    }

    [Fact]
    public async Task Nothing_is_asked_beyond_what_is_taken()
    {
        var service = new FakeService(request => Page(request, total: 1000, pageSize: 10));
        using var connection = await service.ConnectAsync();

        var taken = 0;
        await foreach (var _ in new NotSentMessages(connection)
            .ListAsync(MessageChannel.Email, null, null, CancellationToken.None))
        {
            if (++taken == 15)
            {
                break;
            }
        }

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Pages_that_begin_at_the_event_itself_repeat_nothing()
    {
        var service = new FakeService(request => Page(request, total: 100, pageSize: 10, inclusive: true));

        var messages = await ListAsync(service);

        Assert.Equal(100, messages.Count);
        Assert.Equal(100, messages.DistinctBy(message => message.EventId).Count());
    }

    [Fact]
    public async Task An_id_that_does_not_move_ends_the_listing()
    {
        var service = FakeService.Always("""{"lastEventID":7,"messages":[{"eventID":7,"info":{"messageKey":"k"}}]}""");

        var messages = await ListAsync(service);

        Assert.Single(messages);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Without_the_answers_own_id_the_last_message_counts()
    {
        var service = new FakeService(request => FakeResponse.Json(200, request.Number == 1
            ? """{"messages":[{"eventID":3},{"eventID":9}]}"""
            : """{"messages":[]}"""));

        await ListAsync(service);

        Assert.EndsWith("&lastEventId=9", service.Requests[1].Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"messages":null}""")]
    [InlineData("""{"lastEventID":0,"messages":[]}""")]
    [InlineData("{}")]
    public async Task A_page_whose_watermark_does_not_move_ends_the_listing(string json)
    {
        var service = FakeService.Always(json);

        Assert.Empty(await ListAsync(service));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Empty_pages_are_passed_over_while_the_watermark_moves_ahead_of_the_items()
    {
        var service = new FakeService(request => FakeResponse.Json(200, request.Number switch
        {
            1 => """{"lastEventID":35774,"messages":[],"count":0}""",
            2 => """{"lastEventID":35790,"messages":[],"count":0}""",
            3 => """{"lastEventID":35801,"messages":[{"eventID":35795}],"count":1}""",
            _ => """{"lastEventID":35801,"messages":[],"count":0}""",
        }));

        Assert.Equal([35795L], (await ListAsync(service)).Select(message => message.EventId));
        Assert.Equal(4, service.Requests.Count);
        Assert.EndsWith("&lastEventId=35801", service.Requests[3].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_comes_after_what_was_listed()
    {
        var service = new FakeService(request => request.Number == 1
            ? Page(request, total: 100, pageSize: 10)
            : Faults.Error(403, 20002, "no"));
        using var connection = await service.ConnectAsync();
        var seen = new List<NotSentMessage>();

        var error = await Assert.ThrowsAsync<McException>(async () =>
        {
            await foreach (var message in new NotSentMessages(connection)
                .ListAsync(MessageChannel.Email, null, null, CancellationToken.None))
            {
                seen.Add(message);
            }
        });

        Assert.Equal(10, seen.Count);
        Assert.Equal(McErrorCategory.PermissionDenied, error.Category);
    }

    private static async Task<List<NotSentMessage>> ListAsync(
        FakeService service, long? lastEventId = null, int? pageSize = null)
    {
        using var connection = await service.ConnectAsync();
        var messages = new List<NotSentMessage>();
        await foreach (var message in new NotSentMessages(connection)
            .ListAsync(MessageChannel.Email, lastEventId, pageSize, CancellationToken.None))
        {
            messages.Add(message);
        }

        return messages;
    }

    private static HttpResponseMessage Page(FakeRequest request, int total, int pageSize, bool inclusive = false)
    {
        var given = HttpUtility.ParseQueryString(new Uri("http://x" + request.Path).Query)["lastEventId"];
        var after = given is null ? First : long.Parse(given);
        var begin = inclusive && given is not null ? after : after + 1;
        var ids = Enumerable.Range(0, pageSize).Select(i => begin + i).Where(id => id <= First + total).ToArray();
        var last = ids.Length > 0 ? ids[^1] : after;
        var messages = string.Join(',', ids.Select(id => $$""" { "eventID": {{id}} } """));
        return FakeResponse.Json(
            200, $$""" { "lastEventID": {{last}}, "messages": [{{messages}}], "count": {{ids.Length}} } """);
    }
}
