using System.Globalization;
using System.Text.RegularExpressions;

namespace McMessaging;

/// <summary>What a result says, live or read again from CSV, JSON or another copy, which may lack any of it.</summary>
/// <param name="Outcome">What became of the recipient.</param>
public sealed partial record SavedResult(SendOutcome Outcome)
{
    /// <inheritdoc cref="RecipientResult.Index"/>
    public long? Index { get; init; }

    /// <inheritdoc cref="RecipientResult.Channel"/>
    public string? Channel { get; init; }

    /// <inheritdoc cref="RecipientResult.DefinitionKey"/>
    public string? DefinitionKey { get; init; }

    /// <inheritdoc cref="RecipientResult.ContactKey"/>
    public string? ContactKey { get; init; }

    /// <inheritdoc cref="RecipientResult.To"/>
    public string? To { get; init; }

    /// <inheritdoc cref="RecipientResult.MessageKey"/>
    public string? MessageKey { get; init; }

    /// <inheritdoc cref="RecipientResult.ErrorCode"/>
    public int? ErrorCode { get; init; }

    /// <inheritdoc cref="RecipientResult.ErrorName"/>
    public string? ErrorName { get; init; }

    /// <inheritdoc cref="RecipientResult.Message"/>
    public string? Message { get; init; }

    /// <inheritdoc cref="RecipientResult.RequestId"/>
    public string? RequestId { get; init; }

    /// <inheritdoc cref="RecipientResult.HttpStatus"/>
    public int? HttpStatus { get; init; }

    /// <inheritdoc cref="RecipientResult.Attempts"/>
    public int Attempts { get; init; }

    /// <inheritdoc cref="RecipientResult.SentAt"/>
    public DateTimeOffset? SentAt { get; init; }

    /// <inheritdoc cref="RecipientResult.FromJournal"/>
    public bool FromJournal { get; init; }

    /// <inheritdoc cref="RecipientResult.OtherShards"/>
    public long OtherShards { get; init; }

    /// <summary>The message key and the outcome.</summary>
    public override string ToString() => OneLine.Of($"{MessageKey}: {Outcome}");

    /// <summary>
    /// Reads a result that was saved. Members are found by name, whatever their case; others are passed over.
    /// </summary>
    /// <param name="record">The members that the copy has.</param>
    /// <param name="textOf">The text of a member's value, in the invariant culture; <c>null</c> for none.</param>
    /// <returns><c>null</c> if this is not a result: it says no known outcome.</returns>
    public static SavedResult? Read(InputRecord record, Func<object?, string?> textOf)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(textOf);
        return OutcomeOf(Text(nameof(Outcome))) is not { } outcome ? null : new SavedResult(outcome)
        {
            Index = NumberOf(Text(nameof(Index))),
            Channel = Text(nameof(Channel)),
            DefinitionKey = Text(nameof(DefinitionKey)),
            ContactKey = Text(nameof(ContactKey)),
            To = Text(nameof(To)),
            MessageKey = Text(nameof(MessageKey)),
            ErrorCode = IntegerOf(Text(nameof(ErrorCode))),
            ErrorName = Text(nameof(ErrorName)),
            Message = Text(nameof(Message)),
            RequestId = Text(nameof(RequestId)),
            HttpStatus = IntegerOf(Text(nameof(HttpStatus))),
            Attempts = IntegerOf(Text(nameof(Attempts))) ?? 0,
            SentAt = TimeOf(Text(nameof(SentAt))),
            FromJournal = bool.TryParse(Text(nameof(FromJournal)), out var fromJournal) && fromJournal,
            OtherShards = NumberOf(Text(nameof(OtherShards))) ?? 0,
        };

        // A CSV file knows no null: its empty cells are.
        string? Text(string name)
        {
            for (var i = 0; i < record.Count; i++)
            {
                if (record.NameAt(i).Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return textOf(record.ValueAt(i)) is { Length: > 0 } text ? text : null;
                }
            }

            return null;
        }
    }

    private static SendOutcome? OutcomeOf(string? name) =>
        Enum.TryParse<SendOutcome>(name, ignoreCase: true, out var outcome)
        && Enum.IsDefined(outcome)
        && name!.Equals(outcome.ToString(), StringComparison.OrdinalIgnoreCase)
            ? outcome
            : null;

    private static long? NumberOf(string? text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? IntegerOf(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Export-Csv writes a time as the user's culture does: 05.11.2026 is no day in May. A time of an unknown culture is
    // better left out than told wrong.
    private static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParseExact(text, CulturePattern, null, DateTimeStyles.None, out var time)
        || (YearFirstOrSlashes().IsMatch(text ?? "")
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out time))
            ? time
            : null;

    private static string CulturePattern =>
        $"{DateTimeFormatInfo.CurrentInfo.ShortDatePattern} {DateTimeFormatInfo.CurrentInfo.LongTimePattern} zzz";

    [GeneratedRegex(@"^\s*([0-9]{4}[-/]|[0-9]{1,2}/)", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirstOrSlashes();
}
