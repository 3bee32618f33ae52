using System.Runtime.CompilerServices;

namespace McMessaging.Recipients;

/// <summary>Which member of a record plays which part. Found once for all records with the same names.</summary>
internal sealed class RecordShape
{
    public const string BagName = "Attributes";

    // A result that was saved and read again has lost its type, and is known by its members.
    private static readonly string[] ResultNames =
        [nameof(RecipientResult.Outcome), nameof(RecipientResult.HttpStatus), nameof(RecipientResult.FromJournal)];

    private readonly string[] _names;

    public RecordShape(InputRecord record, RecipientMapping mapping, MessageChannel channel)
    {
        _names = Enumerable.Range(0, record.Count).Select(record.NameAt).ToArray();
        ContactKey = Find(mapping.ContactKeyProperty, RecipientNames.ContactKey);
        To = Find(mapping.ToProperty, RecipientNames.To(channel));
        MessageKey = Find(mapping.MessageKeyProperty, RecipientNames.MessageKey);
        Bag = mapping.AttributeProperty is null ? IndexOf(BagName) : -1;
        ReturnedKey = IndexOf(RejectedColumns.MessageKey);
        ReturnedOutcome = IndexOf(RejectedColumns.Outcome);
        IsReturned = ReturnedKey >= 0 || ReturnedOutcome >= 0;
        ReturnedCode = IndexOf(RejectedColumns.ErrorCode);
        ReturnedName = IndexOf(RejectedColumns.ErrorName);
        ReturnedShard = IndexOf(RejectedColumns.Shard);
        ReturnedTime = IndexOf(RejectedColumns.SentAt);
        IsResult = ResultNames.All(name => IndexOf(name) >= 0);
        Attributes = mapping.AttributeProperty is { } chosen
            ? chosen.Select(name => Find(name, [])).ToArray()
            : Remaining();
    }

    public IReadOnlyList<string> Names => _names;

    public int ContactKey { get; }

    public int To { get; }

    public int MessageKey { get; }

    /// <summary>The member that holds all attributes, or -1.</summary>
    public int Bag { get; }

    /// <summary>The members that are attributes, where no member holds them all.</summary>
    public int[] Attributes { get; }

    /// <summary>Where a row that was rejected before says which key it had, or -1; so the next five.</summary>
    public int ReturnedKey { get; }

    public int ReturnedOutcome { get; }

    public int ReturnedCode { get; }

    public int ReturnedName { get; }

    public int ReturnedShard { get; }

    public int ReturnedTime { get; }

    /// <summary>Whether a row says of itself that it was rejected before.</summary>
    public bool IsReturned { get; }

    /// <summary>Whether the record is a send's result.</summary>
    public bool IsResult { get; }

    /// <summary>A member that was asked for by name and is not there.</summary>
    public string? MissingName { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    private int Find(string? chosen, IReadOnlyList<string> defaults)
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

    private int[] Remaining() => Enumerable.Range(0, _names.Length)
        .Where(i => i != ContactKey && i != To && i != MessageKey && !RejectedColumns.Contains(_names[i]))
        .ToArray();
}
