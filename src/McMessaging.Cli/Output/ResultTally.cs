namespace McMessaging.Cli.Output;

/// <summary>Counts results as they come, by outcome and by error.</summary>
internal sealed class ResultTally
{
    private readonly long[] _outcomes = new long[Enum.GetValues<SendOutcome>().Length];
    private readonly Dictionary<ResultError, ErrorCount> _errors = [];

    public long Total { get; private set; }

    /// <summary>How many results rest on an answer of the service.</summary>
    public long Completed { get; private set; }

    public IEnumerable<KeyValuePair<ResultError, ErrorCount>> Errors =>
        _errors.OrderByDescending(error => error.Value.Count);

    public long this[SendOutcome outcome] => _outcomes[(int)outcome];

    public void Add(SendResult result)
    {
        Total++;
        _outcomes[(int)result.Outcome]++;
        if (result.HttpStatus is not null || result.FromJournal)
        {
            Completed++;
        }

        if (result.Outcome is SendOutcome.Accepted or SendOutcome.AlreadyAccepted)
        {
            return;
        }

        var error = new ResultError(result.Outcome, result.ErrorCode, result.ErrorName);
        if (!_errors.TryGetValue(error, out var count))
        {
            _errors.Add(error, count = new ErrorCount());
        }

        count.Add(Total);
    }
}
