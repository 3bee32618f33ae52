using System.Text.Json;
using McMessaging.Sandboxing.Inbox;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Inbox;

public class InboxEventsTests
{
    [Fact]
    public async Task Who_follows_is_told_the_state_at_once_and_then_each_change()
    {
        using var host = await SandboxHost.StartAsync();
        using var events = await host.FollowInboxAsync();
        var first = await ReadAsync(events);

        await host.SendEmailsAsync(Bodies.Email("k1"));
        await PauseIsOverAsync(host);
        var second = await ReadAsync(events);

        Assert.Equal(0, first.GetProperty("newest").GetInt64());
        Assert.Equal(1, second.GetProperty("newest").GetInt64());
        Assert.Equal(1, second.GetProperty("counters").GetProperty("emailAccepted").GetInt64());
    }

    [Fact]
    public async Task Many_changes_in_a_moment_are_one_event()
    {
        using var host = await SandboxHost.StartAsync();
        using var events = await host.FollowInboxAsync();
        await ReadAsync(events);

        for (var i = 0; i < 20; i++)
        {
            await host.SendEmailsAsync(Bodies.Email($"k{i}"));
        }

        await PauseIsOverAsync(host);

        Assert.Equal(20, (await ReadAsync(events)).GetProperty("newest").GetInt64());
    }

    [Fact]
    public async Task Faults_the_clock_and_a_reset_are_told()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"));
        using var events = await host.FollowInboxAsync();
        await ReadAsync(events);

        host.Sandbox.SetFaults(SandboxFaults.Parse(["http500@sms=0.5"]));
        host.Sandbox.MoveClock(TimeSpan.FromHours(1));
        await PauseIsOverAsync(host);
        var changed = await ReadAsync(events);
        host.Sandbox.Reset();
        await PauseIsOverAsync(host);
        var reset = await ReadAsync(events);

        Assert.Equal("""{"http500@sms":"0.5"}""", changed.GetProperty("faults").GetRawText());
        Assert.Equal(3600, changed.GetProperty("clockOffsetSeconds").GetDouble());
        Assert.Equal(0, reset.GetProperty("newest").GetInt64());
        Assert.Equal(1, reset.GetProperty("resets").GetInt64());
        Assert.Equal("{}", reset.GetProperty("faults").GetRawText());
    }

    [Fact]
    public async Task A_stream_ends_after_its_lifetime()
    {
        using var host = await SandboxHost.StartAsync();
        using var events = await host.FollowInboxAsync();
        await ReadAsync(events);
        await host.Clock.TimersAsync(due => due == InboxEvents.Pause, 1);

        host.Clock.Advance(InboxEvents.Lifetime);

        while (await events.ReadEventAsync() is not null)
        {
            // An event that was due comes before the end.
        }
    }

    [Fact]
    public async Task Beyond_the_most_streams_the_next_ends_at_once_and_the_others_go_on()
    {
        using var host = await SandboxHost.StartAsync();
        var open = new List<StreamReader>();
        for (var i = 0; i < InboxEvents.MostStreams; i++)
        {
            open.Add(await host.FollowInboxAsync());
            Assert.NotNull(await open[i].ReadEventAsync());
        }

        using var oneMore = await host.FollowInboxAsync();

        Assert.Null(await oneMore.ReadEventAsync());
        Assert.Equal("Accepted", await OutcomeOfASendAsync(host));
        open.ForEach(events => events.Dispose());
    }

    [Fact]
    public async Task Streams_end_when_the_sandbox_stops()
    {
        using var host = await SandboxHost.StartAsync();
        using var events = await host.FollowInboxAsync();
        await ReadAsync(events);

        host.Sandbox.Stop();

        // The connection is cut, and some platforms tell the reader that.
        var end = await Record.ExceptionAsync(events.ReadEventAsync);
        Assert.True(end is null or IOException or HttpRequestException, end?.ToString());
    }

    private static Task<string> OutcomeOfASendAsync(SandboxHost host) => host.SendEmailsAsync(Bodies.Email("k"))
        .ContinueWith(_ => host.Sandbox.GetMessages()[0].Accepted ? "Accepted" : "Rejected", TaskScheduler.Default);

    private static async Task PauseIsOverAsync(SandboxHost host)
    {
        await host.Clock.TimersAsync(due => due == InboxEvents.Pause, 1);
        host.Clock.Advance(InboxEvents.Pause);
    }

    private static async Task<JsonElement> ReadAsync(StreamReader events) =>
        JsonDocument.Parse((await events.ReadEventAsync())!).RootElement;
}
