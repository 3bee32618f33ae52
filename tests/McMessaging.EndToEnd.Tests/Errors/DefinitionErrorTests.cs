using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Errors;

/// <summary>The errors of definitions and queues that the client can make the service give.</summary>
public sealed class DefinitionErrorTests
{
    public static TheoryData<MessageChannel> Channels => [MessageChannel.Email, MessageChannel.Sms];

    public static TheoryData<MessageChannel, string> RequiredFields => new()
    {
        { MessageChannel.Email, "name" },
        { MessageChannel.Email, "content.customerKey" },
        { MessageChannel.Email, "subscriptions.list" },
        { MessageChannel.Sms, "name" },
        { MessageChannel.Sms, "content.message" },
        { MessageChannel.Sms, "subscriptions.shortCode" },
    };

    [Theory]
    [MemberData(nameof(RequiredFields))]
    public async Task A_missing_field_is_10002(MessageChannel channel, string field)
    {
        using var service = await Service.StartAsync();
        var all = Make.Definition(channel, "New");
        var fields = field switch
        {
            "name" => all with { Name = default },
            "content.customerKey" => all with { CustomerKey = default },
            "subscriptions.list" => all with { List = default },
            "content.message" => all with { Message = default },
            _ => all with { ShortCode = default },
        };

        var error = await FailAsync(() => service.Definitions.CreateAsync(channel, "new", fields, default));

        AssertError(error, "RequestRejected", 400, 10002);
        Assert.Contains(field, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_status_that_cannot_be_set_is_10005(MessageChannel channel)
    {
        using var service = await Service.StartPreparedAsync();
        var deleted = new SendDefinitionChange { Status = DefinitionStatus.Deleted };

        AssertError(
            await FailAsync(() => service.Definitions.UpdateAsync(channel, "running", deleted, default)),
            "RequestRejected", 400, 10005);
    }

    [Fact]
    public async Task A_copy_to_no_address_is_109124()
    {
        using var service = await Service.StartPreparedAsync();
        var change = new SendDefinitionChange { Bcc = new[] { "no address" } };

        AssertError(
            await FailAsync(() => service.Definitions.UpdateAsync(MessageChannel.Email, "running", change, default)),
            "RequestRejected", 400, 109124);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_key_or_a_name_that_is_taken_is_30004(MessageChannel channel)
    {
        using var service = await Service.StartPreparedAsync();
        var rename = new SendDefinitionChange { Name = "Paused" };

        AssertError(
            await FailAsync(() => service.Definitions.CreateAsync(
                channel, "running", Make.Definition(channel, "Other"), default)),
            "AlreadyExists", 409, 30004);
        AssertError(
            await FailAsync(() => service.Definitions.CreateAsync(
                channel, "other", Make.Definition(channel, "Running"), default)),
            "AlreadyExists", 409, 30004);
        AssertError(
            await FailAsync(() => service.Definitions.UpdateAsync(channel, "running", rename, default)),
            "AlreadyExists", 409, 30004);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task An_unknown_key_is_30003_wherever_it_is_asked_for(MessageChannel channel)
    {
        using var service = await Service.StartAsync(strict: true);
        Func<Task>[] calls =
        [
            () => service.Definitions.GetAsync(channel, "nowhere", default),
            () => service.Definitions.UpdateAsync(
                channel, "nowhere", new SendDefinitionChange { Description = "" }, default),
            () => service.Definitions.DeleteAsync(channel, "nowhere", default),
            () => service.Queues.GetAsync(channel, "nowhere", default),
            () => service.Queues.ClearAsync(channel, "nowhere", default),
        ];

        foreach (var call in calls)
        {
            AssertError(await FailAsync(call), "NotFound", 404, 30003);
        }
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task What_the_state_forbids_is_30001(MessageChannel channel)
    {
        using var service = await Service.StartPreparedAsync();
        AssertError(
            await FailAsync(() => service.Queues.ClearAsync(channel, "running", default)),
            "RequestRejected", 400, 30001);

        await service.Definitions.DeleteAsync(channel, "running", default);
        var onlyDeleted = new DefinitionFilter { Status = DefinitionStatus.Deleted };
        var archived = Assert.Single(
            await service.Definitions.ListAsync(channel, onlyDeleted, default).ToListAsync());
        var error = await FailAsync(() => service.Definitions.UpdateAsync(
            channel, archived.DefinitionKey, new SendDefinitionChange { Description = "" }, default));

        AssertError(error, "RequestRejected", 400, 30001);
        Assert.Equal(McErrorCategory.InvalidOperation, error.Category);
    }

    private static Task<McException> FailAsync(Func<Task> call) => Assert.ThrowsAsync<McException>(call);

    private static void AssertError(McException error, string id, int status, int code) =>
        Assert.Equal((id, status, code), (error.ErrorId, error.HttpStatus, error.ErrorCode));
}
