namespace McMessaging.Commands;

/// <summary>Counts results one by one; it keeps request ids and error codes, no result.</summary>
internal sealed class MeasureCounters
{
    private readonly OutcomeCounts _outcomes = new();
    private readonly Dictionary<(int? Code, string? Name), long> _errors = [];
    private readonly RequestCounts _requests = new();
    private long _accepted;
    private long _otherShards;

    public void Add(SavedResult result)
    {
        _outcomes.Add(result.Outcome);
        _otherShards = Math.Max(_otherShards, result.OtherShards);
        if (!result.Outcome.IsAccepted())
        {
            var error = (result.ErrorCode, result.ErrorName);
            _errors[error] = _errors.GetValueOrDefault(error) + 1;
        }

        if (result is { SentAt: { } sentAt, FromJournal: false })
        {
            _accepted += result.Outcome.IsAccepted() ? 1 : 0;
            _requests.Add(result.RequestId, sentAt, result.Attempts);
        }
    }

    public SendMeasure ToMeasure() => new()
    {
        Total = _outcomes.Total,
        Accepted = _outcomes[SendOutcome.Accepted],
        AlreadyAccepted = _outcomes[SendOutcome.AlreadyAccepted],
        Rejected = _outcomes[SendOutcome.Rejected],
        Failed = _outcomes[SendOutcome.Failed],
        Unknown = _outcomes[SendOutcome.Unknown],
        Cancelled = _outcomes[SendOutcome.Cancelled],
        OtherShards = _otherShards,
        ByErrorCode = _errors
            .OrderByDescending(error => error.Value)
            .ThenBy(error => error.Key.Code)
            .Select(error => new SendErrorCount(error.Key.Code, error.Key.Name, error.Value))
            .ToArray(),
        Requests = _requests.Requests,
        Retries = _requests.Retries,
        FirstSentAt = _requests.FirstSentAt,
        LastSentAt = _requests.LastSentAt,
        RecipientsPerSecond = _requests.LastSentAt > _requests.FirstSentAt
            ? _accepted / (_requests.LastSentAt - _requests.FirstSentAt)?.TotalSeconds
            : null,
    };
}
