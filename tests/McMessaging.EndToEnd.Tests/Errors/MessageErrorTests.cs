using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Errors;

/// <summary>The errors of sends and statuses that the client can make the service give.</summary>
public sealed class MessageErrorTests
{
    public static TheoryData<MessageChannel, int?> ChannelsAndRoutes => new()
    {
        { MessageChannel.Email, null },
        { MessageChannel.Email, 1 },
        { MessageChannel.Sms, null },
        { MessageChannel.Sms, 1 },
    };

    public static TheoryData<MessageChannel> Channels => [MessageChannel.Email, MessageChannel.Sms];

    [Theory]
    [MemberData(nameof(ChannelsAndRoutes))]
    public async Task Each_refused_recipient_has_its_own_code(MessageChannel channel, int? batchSize)
    {
        using var service = await Service.StartAsync();
        var options = Make.Send(channel) with { BatchSize = batchSize, ThrottleLimit = 1 };
        await service.SendAsync(options, Make.Recipient(channel, "used"));
        service.Sandbox.SetFaults(new SandboxFaults { RequireTo = 1 });

        var results = await service.SendAsync(
            options,
            new Recipient { ContactKey = "ada", MessageKey = "without-address" },
            Make.Malformed(channel, "malformed"),
            Make.Recipient(channel, "used"),
            Make.Recipient(channel, "new"));

        Assert.Equal([109106, 109121, 109110, 0], results.Select(result => result.ErrorCode));
        Assert.Equal(
            [SendOutcome.Rejected, SendOutcome.Rejected, SendOutcome.Rejected, SendOutcome.Accepted],
            results.Select(result => result.Outcome));
        Assert.Equal(batchSize is null ? 202 : 400, results[0].HttpStatus);
    }

    [Theory]
    [MemberData(nameof(ChannelsAndRoutes))]
    public async Task An_unknown_definition_is_109111_and_ends_the_run(MessageChannel channel, int? batchSize)
    {
        using var service = await Service.StartAsync(strict: true);
        var options = Make.Send(channel, "nowhere") with { BatchSize = batchSize };

        var error = await Assert.ThrowsAsync<McException>(
            () => service.SendAsync(options, Make.Recipient(channel, "a")));

        Assert.Equal(("DefinitionNotUsable", 400, 109111), (error.ErrorId, error.HttpStatus, error.ErrorCode));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_status_of_an_unknown_key_of_another_channel_or_of_long_ago_is_30003(MessageChannel channel)
    {
        using var service = await Service.StartAsync();
        var other = channel == MessageChannel.Email ? MessageChannel.Sms : MessageChannel.Email;
        await service.SendAsync(Make.Send(channel), Make.Recipient(channel, "old"));

        await AssertUnknownAsync(() => service.Statuses.GetAsync(channel, "nowhere", default));
        await AssertUnknownAsync(() => service.Statuses.GetAsync(other, "old", default));
        service.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromSeconds(1));
        await AssertUnknownAsync(() => service.Statuses.GetAsync(channel, "old", default));
    }

    [Theory]
    [InlineData(TriggeredRequestType.Async, null, null, "InvalidOrMissingToAddress")]
    [InlineData(TriggeredRequestType.Sync, "refused@example.com", 180008, null)]
    public async Task A_refused_triggered_send_is_told_in_both_shapes(
        TriggeredRequestType type, string? address, int? code, string? name)
    {
        using var service = await Service.StartAsync(faults: new SandboxFaults { RejectRecipient = 1 });
        var options = Make.Send(MessageChannel.Triggered, "order_shipped") with { RequestType = type };

        var result = Assert.Single(
            await service.SendAsync(options, new Recipient { ContactKey = "ada", To = address }));

        Assert.Equal(SendOutcome.Rejected, result.Outcome);
        Assert.Equal(code, result.ErrorCode);
        if (name is not null)
        {
            Assert.Equal(name, result.ErrorName);
        }
    }

    [Fact]
    public async Task A_triggered_send_with_an_unknown_definition_ends_the_run()
    {
        using var service = await Service.StartAsync(strict: true);
        var options = Make.Send(MessageChannel.Triggered, "nowhere");

        var error = await Assert.ThrowsAsync<McException>(
            () => service.SendAsync(options, Make.Recipient(MessageChannel.Triggered, "a")));

        Assert.Equal(("DefinitionNotUsable", 404, 30003), (error.ErrorId, error.HttpStatus, error.ErrorCode));
    }

    [Fact]
    public async Task An_unknown_delivery_record_is_30003()
    {
        using var service = await Service.StartAsync();

        await AssertUnknownAsync(() => service.TriggeredStatuses.GetByKeyAsync("order_shipped", "nowhere", default));
        await AssertUnknownAsync(() => service.TriggeredStatuses.GetByIdAsync(Guid.NewGuid(), "nowhere", default));
    }

    private static async Task AssertUnknownAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<McException>(call);

        Assert.Equal(("NotFound", 404, 30003), (error.ErrorId, error.HttpStatus, error.ErrorCode));
    }
}
