using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Definitions;

/// <summary>Reads definitions; any member may be missing.</summary>
internal static class DefinitionReader
{
    /// <param name="json">The definition.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="definitionKey">The key to take if the definition does not tell its own.</param>
    public static SendDefinition Read(JsonElement json, MessageChannel channel, string definitionKey)
    {
        var content = json.Member("content") ?? default;
        var subscriptions = json.Member("subscriptions") ?? default;
        var options = json.Member("options") ?? default;
        var journey = json.Member("journey") ?? default;
        var status = json.Text("status");
        return new SendDefinition
        {
            Channel = channel,
            DefinitionKey = json.FilledText("definitionKey") ?? definitionKey,
            Name = json.Text("name"),
            DefinitionId = json.Text("definitionId"),
            Description = json.Text("description"),
            Status = DefinitionStatusText.Parse(status),
            StatusText = status,
            CreatedDate = ServiceTime.Parse(json.Text("createdDate")),
            ModifiedDate = ServiceTime.Parse(json.Text("modifiedDate")),
            Classification = json.Text("classification"),
            CustomerKey = content.Text("customerKey"),
            List = subscriptions.Text("list"),
            DataExtension = subscriptions.Text("dataExtension"),
            TrackLinks = options.Flag("trackLinks"),
            Cc = Addresses(options, "cc"),
            Bcc = Addresses(options, "bcc"),
            CreateJourney = options.Flag("createJourney"),
            InteractionKey = journey.Text("interactionKey"),
            Message = content.Text("message"),
            ShortCode = subscriptions.Text("shortCode"),
            CountryCode = subscriptions.Text("countryCode"),
            Keyword = subscriptions.Text("keyword"),
            UrlShortenerOptions = UrlShortener(options.Member("urlShortenerOptions")),
            RegulatoryTemplateId = options.Text("smsMessageRegulatoryAuthorityTemplateId"),
            AutoAddSubscriber = subscriptions.Flag("autoAddSubscriber"),
            UpdateSubscriber = subscriptions.Flag("updateSubscriber"),
            RequestId = json.Text("requestId"),
        };
    }

    private static UrlShortenerOptions? UrlShortener(JsonElement? options) =>
        options is { ValueKind: JsonValueKind.Object } given
            ? new UrlShortenerOptions
            {
                IsLinkShorteningEnabled = given.Flag("isLinkShorteningEnabled"),
                IsSubscriberTrackingEnabled = given.Flag("isSubscriberTrackingEnabled"),
                ShortenerType = given.Text("shortenerType"),
            }
            : null;

    private static string[]? Addresses(JsonElement options, string name) =>
        options.Member(name) is { ValueKind: JsonValueKind.Array } ? options.Texts(name) : null;
}
