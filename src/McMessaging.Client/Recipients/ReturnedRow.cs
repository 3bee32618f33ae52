using System.Globalization;
using McMessaging.Errors;
using McMessaging.Serialization;

namespace McMessaging.Recipients;

/// <summary>What a row says of the run that it came back from: it stood in a file of rejected rows.</summary>
/// <param name="Key">The key that its message had.</param>
/// <param name="MayBeTaken">Whether the service may have it: nobody knows, or the row no longer says.</param>
/// <param name="IsRefused">Whether the service, or the check before sending, refused it under this key.</param>
/// <param name="IsDuplicate">Whether the service refused it because this key was used before.</param>
/// <param name="FirstSentAt">When it was first sent, if it may be taken; the earliest time if nobody knows.</param>
internal readonly record struct ReturnedRow(
    string Key, bool MayBeTaken, bool IsRefused, bool IsDuplicate, DateTimeOffset FirstSentAt)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <param name="key">The key, as its cell has it.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="errorCode">Its error code, if the row has kept it.</param>
    /// <param name="errorName">The name of its error, if the row has kept it.</param>
    /// <param name="sentAt">When it was first sent.</param>
    public static ReturnedRow Read(string key, string? outcome, string? errorCode, string? errorName, string? sentAt)
    {
        var isKnown = Enum.TryParse<SendOutcome>(outcome, ignoreCase: true, out var parsed);
        var mayBeTaken = !isKnown
            || parsed is not (SendOutcome.Rejected or SendOutcome.Failed or SendOutcome.Cancelled);
        // Whoever has the key of a duplicate has the message: under a new key it would be sent a second time.
        int? code = int.TryParse(errorCode, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
        // A spreadsheet or a database may make another number of the code; the name is still there.
        var named = ErrorCatalogue.Explain(code: null, errorName);
        var isDuplicate = code == ServiceCodes.DuplicateMessageKey || named?.Code == ServiceCodes.DuplicateMessageKey;
        var mayBeDuplicate = isDuplicate || (code is null && named is null);
        return new ReturnedRow(
            SpreadsheetText.ToKey(key),
            mayBeTaken,
            IsRefused: parsed == SendOutcome.Rejected && isKnown && !mayBeDuplicate,
            isDuplicate,
            TimeOf(sentAt));
    }

    private static DateTimeOffset TimeOf(string? text) => DateTimeOffset.TryParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : DateTimeOffset.MinValue;
}
