namespace McMessaging.Recipients;

/// <summary>Which member of a record plays which part. Found once for all records with the same names.</summary>
internal sealed class RecordShape
{
    private const string BagName = "Attributes";
    private static readonly string[] ContactKeyNames = ["ContactKey", "SubscriberKey"];
    private static readonly string[] MessageKeyNames = ["MessageKey"];
    private static readonly string[] EmailNames = ["To", "Address", "EmailAddress", "Email"];
    private static readonly string[] SmsNames = ["To", "MobileNumber", "PhoneNumber", "Phone"];
    private readonly string[] _names;

    public RecordShape(InputRecord record, RecipientMapping mapping, MessageChannel channel)
    {
        _names = Enumerable.Range(0, record.Count).Select(record.NameAt).ToArray();
        ContactKey = Find(mapping.ContactKeyProperty, ContactKeyNames);
        To = Find(mapping.ToProperty, channel == MessageChannel.Sms ? SmsNames : EmailNames);
        MessageKey = Find(mapping.MessageKeyProperty, MessageKeyNames);
        Bag = mapping.AttributeProperty is null ? IndexOf(BagName) : -1;
        Attributes = mapping.AttributeProperty is { } chosen
            ? chosen.Select(name => Find(name, [])).ToArray()
            : Bag >= 0 ? [] : Remaining();
    }

    public int ContactKey { get; }

    public int To { get; }

    public int MessageKey { get; }

    /// <summary>The member that holds all attributes, or -1.</summary>
    public int Bag { get; }

    public int[] Attributes { get; }

    /// <summary>A member that was asked for by name and is not there.</summary>
    public string? MissingName { get; private set; }

    public bool Fits(InputRecord record)
    {
        if (record.Count != _names.Length)
        {
            return false;
        }

        for (var i = 0; i < _names.Length; i++)
        {
            if (!string.Equals(_names[i], record.NameAt(i), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private int Find(string? chosen, string[] defaults)
    {
        if (chosen is null)
        {
            return defaults.Select(IndexOf).FirstOrDefault(index => index >= 0, -1);
        }

        var found = IndexOf(chosen);
        if (found < 0)
        {
            MissingName ??= chosen;
        }

        return found;
    }

    private int IndexOf(string name) =>
        Array.FindIndex(_names, candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));

    private int[] Remaining() =>
        Enumerable.Range(0, _names.Length).Where(i => i != ContactKey && i != To && i != MessageKey).ToArray();
}
