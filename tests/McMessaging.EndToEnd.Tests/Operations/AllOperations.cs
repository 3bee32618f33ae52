namespace McMessaging.EndToEnd.Tests.Operations;

/// <summary>Every operation that the client has, by its id.</summary>
internal static class AllOperations
{
    private static readonly Dictionary<string, Operation> ById = new[] { MessageChannel.Email, MessageChannel.Sms }
        .SelectMany(channel => DefinitionOperations.Of(channel).Concat(MessageOperations.Of(channel)))
        .Append(OtherOperations.TriggeredSend)
        .Append(OtherOperations.DeliveryRecord)
        .Append(OtherOperations.TokenContext)
        .ToDictionary(operation => operation.Id);

    public static IEnumerable<string> Ids => ById.Keys;

    public static Operation Find(string id) => ById[id];
}
