namespace McMessaging.Results;

/// <summary>What results tell in numbers: it keeps counts and request ids, no result.</summary>
internal sealed class ResultCounts(TimeZoneInfo zone)
{
    private readonly Dictionary<(string? Channel, string? DefinitionKey), DefinitionCounts> _definitions = [];
    private readonly Dictionary<(int? Code, string? Name), long> _errors = [];
    private readonly Dictionary<(string? Id, DateTimeOffset? SentAt), RetriedRequest> _retried = [];

    public OutcomeCounts Outcomes { get; } = new();

    public RequestCounts Requests { get; } = new();

    public Timeline Timeline { get; } = new(zone);

    /// <summary>Results that an earlier run left in a journal.</summary>
    public long FromJournal { get; private set; }

    /// <summary>Results without an attempt: refused before the send, or stopped before it.</summary>
    public long NeverSent { get; private set; }

    public IEnumerable<DefinitionCounts> Definitions => _definitions.Values;

    /// <summary>The errors of those that were not accepted, most frequent first.</summary>
    public IEnumerable<(int? Code, string? Name, long Count)> Errors =>
        from error in _errors
        orderby error.Value descending, error.Key.Code, error.Key.Name
        select (error.Key.Code, error.Key.Name, error.Value);

    /// <summary>The requests that took more than one attempt, the most attempts first.</summary>
    public IEnumerable<RetriedRequest> Retried =>
        _retried.Values.OrderByDescending(request => request.Attempts).ThenBy(request => request.SentAt);

    public void Add(SavedResult result)
    {
        Outcomes.Add(result.Outcome);
        var isAccepted = result.Outcome.IsAccepted();
        if (!isAccepted)
        {
            var error = (result.ErrorCode, result.ErrorName);
            _errors[error] = _errors.GetValueOrDefault(error) + 1;
        }

        Of(result).Add(result.SentAt, isAccepted);
        if (result.FromJournal)
        {
            FromJournal++;
        }
        else if (result.SentAt is { } sentAt)
        {
            AddRequest(result, sentAt);
            Timeline.AddRecipient(sentAt, isAccepted);
        }
        else
        {
            NeverSent++;
        }
    }

    private DefinitionCounts Of(SavedResult result)
    {
        var key = (result.Channel, result.DefinitionKey);
        if (!_definitions.TryGetValue(key, out var counts))
        {
            _definitions.Add(key, counts = new DefinitionCounts(result.Channel, result.DefinitionKey));
        }

        return counts;
    }

    private void AddRequest(SavedResult result, DateTimeOffset sentAt)
    {
        var isNew = Requests.Add(result.RequestId, sentAt, result.Attempts);
        if (result.Attempts < 2)
        {
            return;
        }

        if (isNew)
        {
            Timeline.AddRetries(sentAt, result.Attempts - 1);
        }

        var key = (result.RequestId, result.RequestId is null ? sentAt : (DateTimeOffset?)null);
        if (!_retried.TryGetValue(key, out var request))
        {
            _retried.Add(key, request = new RetriedRequest(result, sentAt));
        }

        request.Recipients++;
    }
}

/// <summary>The recipients of one definition.</summary>
internal sealed record DefinitionCounts(string? Channel, string? DefinitionKey)
{
    public long Total { get; private set; }

    public long Accepted { get; private set; }

    public DateTimeOffset? FirstSentAt { get; private set; }

    public DateTimeOffset? LastSentAt { get; private set; }

    public void Add(DateTimeOffset? sentAt, bool isAccepted)
    {
        Total++;
        Accepted += isAccepted ? 1 : 0;
        if (sentAt is not null)
        {
            FirstSentAt = FirstSentAt < sentAt ? FirstSentAt : sentAt;
            LastSentAt = LastSentAt > sentAt ? LastSentAt : sentAt;
        }
    }
}

/// <summary>A request that took more than one attempt.</summary>
internal sealed class RetriedRequest(SavedResult result, DateTimeOffset sentAt)
{
    public string? Id => result.RequestId;

    public int Attempts => result.Attempts;

    public int? HttpStatus => result.HttpStatus;

    public DateTimeOffset SentAt => sentAt;

    public long Recipients { get; set; }
}
