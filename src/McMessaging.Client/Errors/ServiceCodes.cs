namespace McMessaging.Errors;

/// <summary>The codes that decide something here.</summary>
internal static class ServiceCodes
{
    public const int SubscriberBlackedOut = 25;
    public const int InvalidOperation = 30001;
    public const int InvalidStateTransition = 30002;
    public const int ObjectNotFound = 30003;
    public const int ResponsesHasErrors = 109001;
    public const int NoValidSubscribers = 109103;
    public const int MissingDefinitionKey = 109107;
    public const int DuplicateMessageKey = 109110;
    public const int InvalidDefinitionKey = 109111;

    /// <summary>Whether a code blames the data of recipients, and not the request around them.</summary>
    public static bool BlamesRecipients(int? code) => code is NoValidSubscribers or DuplicateMessageKey
        or 109104 or 109105 or 109106 or 109108 or 109109 or 109121;

    public static bool BlamesDefinition(int? code, int? status) =>
        code is InvalidDefinitionKey or MissingDefinitionKey || (status == 404 && code == ObjectNotFound);
}
