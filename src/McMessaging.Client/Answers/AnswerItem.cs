namespace McMessaging.Answers;

/// <summary>What an answer says of one recipient.</summary>
internal enum ItemVerdict
{
    /// <summary>Nothing that can be told for certain.</summary>
    Missing,

    /// <summary>Taken.</summary>
    Taken,

    /// <summary>Refused, with a code or a name.</summary>
    Refused,
}

/// <summary>One item of an answer.</summary>
internal readonly record struct AnswerItem(
    ItemVerdict Verdict, string? Key = null, int? Code = null, string? Name = null, string? Message = null, string? RecipientSendId = null);
