using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Status;

public sealed class MessageWaitTests
{
    [Theory]
    [InlineData(MessageChannel.Email)]
    [InlineData(MessageChannel.Sms)]
    public async Task Messages_are_queued_first_then_sent_or_not_sent(MessageChannel channel)
    {
        using var service = await Service.StartAsync();
        await service.SendAsync(Make.Send(channel), Make.Recipient(channel, "a"), Make.Undeliverable(channel, "b"));

        var first = await service.Statuses.GetAsync(channel, "a", default);
        var final = await Wait(service, channel, "a", "b");

        Assert.Equal(MessageState.Queued, first.State);
        Assert.Equal([MessageState.Sent, MessageState.NotSent], final.Select(result => result.Status.State));
        Assert.All(final, result => Assert.Null(result.Error));
    }

    [Fact]
    public async Task A_message_of_an_inactive_definition_is_sent_once_the_definition_is_active()
    {
        using var service = await Service.StartPreparedAsync();

        var before = await Wait(service, MessageChannel.Email, "waiting-Email-1");
        await service.Definitions.UpdateAsync(
            MessageChannel.Email, "paused", new SendDefinitionChange { Status = DefinitionStatus.Active }, default);
        var after = await Wait(service, MessageChannel.Email, "waiting-Email-1");

        Assert.Equal("WaitTimedOut", Assert.Single(before).Error?.ErrorId);
        Assert.Equal(MessageState.Queued, before[0].Status.State);
        Assert.Equal(MessageState.Sent, Assert.Single(after).Status.State);
    }

    [Fact]
    public async Task A_rate_limit_makes_the_wait_longer_and_no_error()
    {
        using var service = await Service.StartAsync();
        await service.SendAsync(Make.Send(MessageChannel.Email), Make.Recipient(MessageChannel.Email, "a"));
        service.MeetOneFault(new SandboxFaults { Http429 = 1, RetryAfter = 7 });

        var result = Assert.Single(await Wait(service, MessageChannel.Email, "a"));

        Assert.Equal((MessageState.Sent, null), (result.Status.State, result.Error));
        Assert.Contains(TimeSpan.FromSeconds(7), service.Time.Waits);
    }

    private static Task<List<MessageWaitResult>> Wait(Service service, MessageChannel channel, params string[] keys) =>
        new MessageWait(service.Connection, TimeSpan.FromSeconds(60))
            .RunAsync(keys.Select(key => new MessageReference(channel, key)), default)
            .ToListAsync();
}
