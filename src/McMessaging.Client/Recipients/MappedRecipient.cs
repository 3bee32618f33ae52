using System.Runtime.CompilerServices;

namespace McMessaging.Recipients;

/// <summary>What was found in one input object. One instance is filled again for every object.</summary>
internal sealed class MappedRecipient
{
    /// <summary>The place in the input, from 1.</summary>
    public long Index { get; set; }

    public string? ContactKey { get; set; }

    /// <summary>The address in the form that is sent, which keys are derived from.</summary>
    public string? To { get; set; }

    /// <summary>The address as the input has it, for the result.</summary>
    public string? GivenTo { get; set; }

    public string? MessageKey { get; set; }

    /// <summary>Names and texts of the attributes, in order; no <c>null</c>s.</summary>
    public List<KeyValuePair<string, string>> Attributes { get; } = [];

    /// <summary>What it says of an earlier run that rejected it; <c>null</c>: nothing.</summary>
    public ReturnedRow? Returned { get; set; }

    /// <summary>The shard whose file of rejected rows it comes from; <c>null</c>: none.</summary>
    public SendShard? RejectedBy { get; set; }

    /// <summary>Whether another shard sends it.</summary>
    public bool IsElsewhere { get; set; }

    /// <summary>The input object's members, where rejected rows are kept.</summary>
    public InputRow? Row { get; init; }

    /// <summary>Why this is no recipient; <c>null</c> if it is one.</summary>
    public RecipientFault? Fault { get; set; }

    /// <param name="keepsRow">Whether the input object's members are kept as well.</param>
    public static MappedRecipient Make(bool keepsRow) => new() { Row = keepsRow ? new InputRow() : null };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Clear()
    {
        ContactKey = null;
        To = null;
        GivenTo = null;
        MessageKey = null;
        Returned = null;
        RejectedBy = null;
        IsElsewhere = false;
        Fault = null;
        Attributes.Clear();
    }
}
