namespace McMessaging.Cli.Output;

/// <summary>Counts results as they come, by outcome and by error.</summary>
internal sealed class ResultCounters
{
    private readonly Dictionary<ResultError, ErrorCount> _errors = [];

    public OutcomeCounts Outcomes { get; } = new();

    /// <summary>How many results rest on a response of the service.</summary>
    public long Completed { get; private set; }

    public IEnumerable<KeyValuePair<ResultError, ErrorCount>> Errors =>
        _errors.OrderByDescending(error => error.Value.Count);

    public void Add(RecipientResult result)
    {
        Outcomes.Add(result.Outcome);
        if (result.HttpStatus is not null || result.FromJournal)
        {
            Completed++;
        }

        if (result.Outcome.IsAccepted())
        {
            return;
        }

        var error = new ResultError(result.Outcome, result.ErrorCode, result.ErrorName);
        if (!_errors.TryGetValue(error, out var count))
        {
            _errors.Add(error, count = new ErrorCount());
        }

        count.Add(result.Index);
    }
}
