using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>What counts of a result, whether it is live, a copy from a job, or a row of a CSV file.</summary>
internal readonly record struct MeasuredResult(
    SendOutcome Outcome,
    int? ErrorCode,
    string? ErrorName,
    string? RequestId,
    int Attempts,
    DateTimeOffset? SentAt,
    bool FromJournal,
    long OtherShards = 0)
{
    public static MeasuredResult Of(PSObject input) => input.BaseObject is SendResult result
        ? new(
            OutcomeOf(result.Outcome),
            result.ErrorCode,
            result.ErrorName,
            result.RequestId,
            result.Attempts,
            result.SentAt,
            result.FromJournal,
            result.OtherShards)
        : new(
            OutcomeOf(Read<string>(input, nameof(SendResult.Outcome))),
            Read<int?>(input, nameof(SendResult.ErrorCode)),
            Read<string>(input, nameof(SendResult.ErrorName)),
            Read<string>(input, nameof(SendResult.RequestId)),
            Read<int?>(input, nameof(SendResult.Attempts)) ?? 0,
            Read<DateTimeOffset?>(input, nameof(SendResult.SentAt)),
            IsTrue(input, nameof(SendResult.FromJournal)),
            Read<long?>(input, nameof(SendResult.OtherShards)) ?? 0);

    private static SendOutcome OutcomeOf(string? name) =>
        Enum.TryParse<SendOutcome>(name, out var outcome) && Enum.IsDefined(outcome)
            ? outcome
            : throw CommandErrors.NotASendResult();

    // PowerShell converts any text, "False" too, to true.
    private static bool IsTrue(PSObject input, string name) =>
        bool.TryParse(Read<string>(input, name), out var value) && value;

    // A CSV file knows no null: its empty cells are. A copy's times may be copies, too, which convert as text only.
    private static T? Read<T>(PSObject input, string name) =>
        input.Properties[name]?.Value is { } value && value is not ""
        && (LanguagePrimitives.TryConvertTo(value, out T converted)
            || LanguagePrimitives.TryConvertTo(value.ToString(), out converted))
            ? converted
            : default;
}
