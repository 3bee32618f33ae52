using System.Globalization;
using McMessaging.Batches;
using McMessaging.Errors;
using McMessaging.Recipients;
using McMessaging.Serialization;

namespace McMessaging.Rejected;

/// <summary>One row of the file: the input's own members, and what became of it.</summary>
/// <param name="Rows">The input objects of its batch.</param>
/// <param name="Index">Its place among them.</param>
/// <param name="Result">Its result.</param>
internal readonly record struct RejectedRow(InputRows Rows, int Index, RecipientResult Result)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The texts for <see cref="RejectedColumns.Of"/>, in that order.</summary>
    public IReadOnlyList<string?> Texts(SendShard? shard, Func<string, string> words)
    {
        var outcome = Outcome;
        string?[] texts =
        [
            outcome.ToString(),
            Result.ErrorCode?.ToString(CultureInfo.InvariantCulture),
            Result.ErrorName is { } name ? SpreadsheetText.OfWords(name) : null,
            Result.Message is { } message ? SpreadsheetText.OfWords(words(message)) : null,
            SpreadsheetText.OfWords(words(RejectedAdvice.Of(outcome, Result))),
            SpreadsheetText.OfKey(Rows.EarlierAt(Index).Key ?? ""),
            SentAt?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        ];
        return shard is null ? texts : [.. texts, RowShard.Text(shard)];
    }

    // What the service may have stays so until the service itself says otherwise.
    private SendOutcome Outcome =>
        Rows.EarlierAt(Index).FirstSentAt is not null && Result is { HttpStatus: null, FromJournal: false }
            ? SendOutcome.Unknown
            : Result.Outcome;

    // The 48 hours of a message that may be taken count from its first attempt, over all runs.
    private DateTimeOffset? SentAt
    {
        get
        {
            if (Outcome != SendOutcome.Unknown)
            {
                return Result.SentAt;
            }

            var first = Rows.EarlierAt(Index).FirstSentAt ?? (Result.FromJournal ? Result.SentAt : Rows.BegunAt);
            return first == DateTimeOffset.MinValue ? null : first;
        }
    }
}
