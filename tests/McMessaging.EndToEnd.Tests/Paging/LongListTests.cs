using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Paging;

public sealed class LongListTests
{
    private const int Count = 1005;

    [Theory]
    [InlineData(MessageChannel.Email, null, 21)]
    [InlineData(MessageChannel.Sms, 200, 6)]
    [InlineData(MessageChannel.Email, 201, 6)]
    public async Task All_definitions_are_listed_once_over_many_pages(MessageChannel channel, int? pageSize, int pages)
    {
        using var service = await Service.StartAsync(faults: new SandboxFaults { DefinitionLimit = 0 });
        var keys = Enumerable.Range(1, Count).Select(number => $"definition-{number:0000}").ToArray();
        foreach (var key in keys)
        {
            await service.Definitions.CreateAsync(channel, key, Make.Definition(channel, key), default);
        }

        service.Wire.Requests.Clear();

        var filter = new DefinitionFilter { PageSize = pageSize, OrderBy = DefinitionOrder.DefinitionKey };
        var listed = await service.Definitions.ListAsync(channel, filter, default).ToListAsync();

        Assert.Equal(keys, listed.Select(definition => definition.DefinitionKey));
        Assert.Equal(pages, service.Wire.Requests.Count);
    }

    [Theory]
    [InlineData(MessageChannel.Email, null)]
    [InlineData(MessageChannel.Sms, 200)]
    public async Task All_messages_not_sent_are_listed_once_over_many_pages(MessageChannel channel, int? pageSize)
    {
        using var service = await Service.StartAsync();
        var keys = Enumerable.Range(1, Count).Select(number => $"message-{number}").ToArray();
        await service.SendAsync(Make.Send(channel), keys.Select(key => Make.Undeliverable(channel, key)).ToArray());
        service.Time.Advance(TimeSpan.FromSeconds(1));

        var listed = await service.NotSent.ListAsync(channel, null, pageSize, default).ToListAsync();

        Assert.Equal(keys, listed.Select(message => message.MessageKey));
        Assert.All(listed, message => Assert.True(message.EventId > int.MaxValue));
        var rest = await service.NotSent.ListAsync(channel, listed[999].EventId, null, default)
            .ToListAsync();
        Assert.Equal(keys[1000..], rest.Select(message => message.MessageKey));
    }
}
