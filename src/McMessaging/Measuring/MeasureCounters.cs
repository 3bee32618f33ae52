namespace McMessaging.Commands;

/// <summary>Counts results one by one; it keeps request ids and error codes, no result.</summary>
internal sealed class MeasureCounters
{
    private readonly OutcomeCounts _outcomes = new();
    private readonly Dictionary<(int? Code, string? Name), long> _errors = [];
    private readonly HashSet<string> _requestIds = new(StringComparer.Ordinal);
    private (string? Id, DateTimeOffset? SentAt) _lastRequest;
    private long _accepted;
    private long _requests;
    private long _retries;
    private long _otherShards;
    private DateTimeOffset? _firstSentAt;
    private DateTimeOffset? _lastSentAt;

    public void Add(MeasuredResult result)
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
            AddRequest(result, sentAt);
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
        Requests = _requests,
        Retries = _retries,
        FirstSentAt = _firstSentAt,
        LastSentAt = _lastSentAt,
        RecipientsPerSecond = _lastSentAt > _firstSentAt
            ? _accepted / (_lastSentAt - _firstSentAt)?.TotalSeconds
            : null,
    };

    private void AddRequest(MeasuredResult result, DateTimeOffset sentAt)
    {
        if (result.Outcome.IsAccepted())
        {
            _accepted++;
        }

        _firstSentAt = _firstSentAt < sentAt ? _firstSentAt : sentAt;
        _lastSentAt = _lastSentAt > sentAt ? _lastSentAt : sentAt;
        if (IsNewRequest(result))
        {
            _requests++;
            _retries += Math.Max(0, result.Attempts - 1);
        }
    }

    // A request without a response has no id; its results are neighbours and have the time in common.
    private bool IsNewRequest(MeasuredResult result)
    {
        var request = (result.RequestId, result.SentAt);
        if (request == _lastRequest)
        {
            return false;
        }

        _lastRequest = request;
        return result.RequestId is null || _requestIds.Add(result.RequestId);
    }
}
