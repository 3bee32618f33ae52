namespace McMessaging.Definitions;

/// <summary>A field that was given: where it stands in the body, and which channel alone has it.</summary>
internal sealed record DefinitionField(string? Section, string Name, MessageChannel? OnlyFor, object? Value)
{
    /// <summary>The fields that were given, those of one section one after another.</summary>
    public static List<DefinitionField> Of(SendDefinitionChange change)
    {
        var fields = new List<DefinitionField>();
        Add(null, "name", null, change.Name);
        Add(null, "description", null, change.Description);
        Add(null, "classification", MessageChannel.Email, change.Classification);
        if (change.Status.HasValue)
        {
            fields.Add(new DefinitionField(null, "status", null, change.Status.Value.ToWire()));
        }

        Add("content", "customerKey", MessageChannel.Email, change.CustomerKey);
        Add("content", "message", MessageChannel.Sms, change.Message);
        Add("subscriptions", "list", MessageChannel.Email, change.List);
        Add("subscriptions", "dataExtension", MessageChannel.Email, change.DataExtension);
        Add("subscriptions", "shortCode", MessageChannel.Sms, change.ShortCode);
        Add("subscriptions", "countryCode", MessageChannel.Sms, change.CountryCode);
        Add("subscriptions", "keyword", MessageChannel.Sms, change.Keyword);
        Add("subscriptions", "autoAddSubscriber", null, change.AutoAddSubscriber);
        Add("subscriptions", "updateSubscriber", null, change.UpdateSubscriber);
        Add("options", "trackLinks", MessageChannel.Email, change.TrackLinks);
        Add("options", "cc", MessageChannel.Email, change.Cc);
        Add("options", "bcc", MessageChannel.Email, change.Bcc);
        Add("options", "createJourney", MessageChannel.Email, change.CreateJourney);
        Add("options", "urlShortenerOptions", MessageChannel.Sms, change.UrlShortenerOptions);
        Add("options", "smsMessageRegulatoryAuthorityTemplateId", MessageChannel.Sms, change.RegulatoryTemplateId);
        Add("journey", "interactionKey", MessageChannel.Email, change.InteractionKey);
        return fields;

        void Add<TValue>(string? section, string name, MessageChannel? onlyFor, Optional<TValue> value)
        {
            if (value.HasValue)
            {
                fields.Add(new DefinitionField(section, name, onlyFor, value.Value));
            }
        }
    }
}
