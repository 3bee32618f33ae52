namespace McMessaging.Sandboxing.Tests.Support;

/// <summary>Request bodies as JSON text.</summary>
internal static class Bodies
{
    public static string Many(params string[] recipients) =>
        $$"""{"definitionKey":"welcome","recipients":[{{string.Join(",", recipients)}}]}""";

    public static string One(string recipient) => $$"""{"definitionKey":"welcome","recipient":{{recipient}}}""";

    public static string Email(string messageKey, string contactKey = "ada", string to = "ada@example.com") =>
        $$"""{"contactKey":"{{contactKey}}","to":"{{to}}","messageKey":"{{messageKey}}"}""";

    public static string Sms(string messageKey, string to = "15555551234") =>
        $$"""{"contactKey":"ada","to":"{{to}}","messageKey":"{{messageKey}}"}""";

    public static string EmailDefinition(string key, string name = "Welcome", string status = "active") => $$"""
        {"definitionKey":"{{key}}","name":"{{name}}","status":"{{status}}",
        "content":{"customerKey":"asset-1"},"subscriptions":{"list":"All Subscribers"} }
        """;

    public static string SmsDefinition(string key) => $$"""
        {"definitionKey":"{{key}}","name":"Code","content":{"message":"Your code"},
        "subscriptions":{"shortCode":"86288","countryCode":"","keyword":"CODE"} }
        """;

    public static string Triggered(string requestType = "ASYNC", string address = "ada@example.com") => $$$"""
        {"To":{"Address":"{{{address}}}","SubscriberKey":"ada",
        "ContactAttributes":{"SubscriberAttributes":{"City":"London"} } },"Options":{"RequestType":"{{{requestType}}}"}}
        """;
}
