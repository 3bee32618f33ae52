using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Operations;

/// <summary>The seven operations on the definitions of a channel and their queues.</summary>
internal static class DefinitionOperations
{
    public static IEnumerable<Operation> Of(MessageChannel channel)
    {
        var path = $"/messaging/v1/{channel.ToString().ToLowerInvariant()}/definitions";
        var fields = channel == MessageChannel.Email
            ? "asset, All Subscribers, cc@example.com, track False"
            : "Your code, 86288, CODE";
        yield return new(
            $"create{channel}Definition",
            $"POST {path}",
            $"new: New, Active, {fields}",
            async service => Tell(
                await service.Definitions.CreateAsync(channel, "new", Make.Definition(channel, "New"), default)))
        { Errors = [400, 401, 403, 409, 500] };
        yield return new(
            $"get{channel}Definitions",
            $"GET {path}",
            "running Active, paused Inactive",
            async service => await ListAsync(service, channel))
        { Errors = [400, 401, 403, 500] };
        yield return new(
            $"get{channel}Definition",
            $"GET {path}/running",
            $"running: Running, Active, {fields}",
            async service => Tell(await service.Definitions.GetAsync(channel, "running", default)))
        { Errors = [400, 401, 403, 404, 500] };
        yield return new(
            $"partiallyUpdate{channel}Definition",
            $"PATCH {path}/running",
            $"running: Renamed, Active, {fields}",
            async service => Tell(await service.Definitions.UpdateAsync(
                channel, "running", new SendDefinitionChange { Name = "Renamed" }, default)))
        { Errors = [400, 401, 403, 404, 409, 500] };
        yield return new(
            $"delete{channel}Definition",
            $"DELETE {path}/running",
            "paused Inactive",
            async service =>
            {
                await service.Definitions.DeleteAsync(channel, "running", default);
                return await ListAsync(service, channel, new() { StatusNot = DefinitionStatus.Deleted });
            })
        { Errors = [400, 401, 403, 404, 500] };
        yield return new(
            $"getQueueMetricsFor{channel}Definition",
            $"GET {path}/paused/queue",
            "paused: 2 queued for 00:00:10",
            async service => await QueueAsync(service, channel))
        { Errors = [400, 401, 403, 404] };
        yield return new(
            $"deleteQueuedMessagesFor{channel}Definition",
            $"DELETE {path}/paused/queue",
            "paused: 0 queued for 00:00:00",
            async service =>
            {
                await service.Queues.ClearAsync(channel, "paused", default);
                return await QueueAsync(service, channel);
            })
        { Errors = [400, 401, 403, 404] };
    }

    private static string Tell(SendDefinition definition) =>
        $"{definition.DefinitionKey}: {definition.Name}, {definition.Status}, " + (definition.CustomerKey is not null
            ? $"{definition.CustomerKey}, {definition.List}, {definition.Cc?[0]}, track {definition.TrackLinks}"
            : $"{definition.Message}, {definition.ShortCode}, {definition.Keyword}");

    private static async Task<string> ListAsync(
        Service service, MessageChannel channel, DefinitionFilter? filter = null)
    {
        var all = await service.Definitions.ListAsync(channel, filter ?? new(), default).ToListAsync();
        return string.Join(", ", all.Select(definition => $"{definition.DefinitionKey} {definition.Status}"));
    }

    private static async Task<string> QueueAsync(Service service, MessageChannel channel)
    {
        var queue = await service.Queues.GetAsync(channel, "paused", default);
        return $"{queue} for {queue.Age}";
    }
}
