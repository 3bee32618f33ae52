using System.Globalization;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Reads results, whether they are live, copies from a job, or rows of a CSV or JSON file.</summary>
internal sealed class ResultReader
{
    private readonly PSObjectReader _objects = new();
    private readonly InputRecord _record = new();

    /// <exception cref="McException">It is no result.</exception>
    public SavedResult Read(PSObject input)
    {
        if (input.BaseObject is SendResult result)
        {
            return Of(result);
        }

        _record.Clear();
        return (_objects.TryRead(input, _record) ? SavedResult.Read(_record, TextOf) : null)
            ?? throw CommandErrors.NotASendResult();
    }

    private static SavedResult Of(SendResult result) => new(Enum.Parse<SendOutcome>(result.Outcome))
    {
        Index = result.Index,
        Channel = result.Channel,
        DefinitionKey = result.DefinitionKey,
        ContactKey = result.ContactKey,
        To = result.To,
        MessageKey = result.MessageKey,
        ErrorCode = result.ErrorCode,
        ErrorName = result.ErrorName,
        Message = result.Message,
        RequestId = result.RequestId,
        HttpStatus = result.HttpStatus,
        Attempts = result.Attempts,
        SentAt = result.SentAt,
        FromJournal = result.FromJournal,
        OtherShards = result.OtherShards,
    };

    // A time that was copied twice is a copy itself, and has only its text: that of the invariant culture.
    private static string? TextOf(object? value) => ((value as PSObject)?.BaseObject ?? value) switch
    {
        null => null,
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        PSCustomObject => InOneSpelling(value!.ToString()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    private static string? InOneSpelling(string? time) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, out var parsed)
            ? parsed.ToString("O", CultureInfo.InvariantCulture)
            : time;
}
