using System.Runtime.CompilerServices;
using McMessaging.Endpoints;
using McMessaging.Requests;

namespace McMessaging.Sending;

/// <summary>What went wrong in a run, gathered by kind; as small for a million recipients as for a thousand.</summary>
internal sealed class RunErrors
{
    // What a person must look at first comes first.
    private static readonly SendOutcome[] Order =
        [SendOutcome.Unknown, SendOutcome.Failed, SendOutcome.Rejected, SendOutcome.Cancelled];

    private readonly Dictionary<SendOutcome, RunError> _kinds = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(BatchResult batch)
    {
        foreach (var result in batch.Results)
        {
            if (result.Outcome.IsAccepted() || result.ErrorName == ResultFactory.DeclinedName)
            {
                continue;
            }

            if (!_kinds.TryGetValue(result.Outcome, out var kind))
            {
                _kinds[result.Outcome] = kind = new RunError(result.Outcome, batch.Request);
            }

            kind.Add(result);
        }
    }

    public IEnumerable<RunError> Kinds() => Order.Where(_kinds.ContainsKey).Select(outcome => _kinds[outcome]);
}

/// <summary>One kind of trouble in a run.</summary>
/// <param name="outcome">The outcome that its recipients share.</param>
/// <param name="request">The request of the first of them, if it was sent.</param>
internal sealed class RunError(SendOutcome outcome, RequestResult<BatchResponse>? request)
{
    private const int MaxResults = 1000;
    private const int MaxCodes = 20;
    private readonly List<RecipientResult> _results = [];
    private readonly Dictionary<(int? Code, string? Name), long> _codes = [];

    public SendOutcome Outcome => outcome;

    public RequestResult<BatchResponse>? Request => request;

    public long Count { get; private set; }

    /// <summary>The first thousand of its recipients.</summary>
    public IReadOnlyList<RecipientResult> Results => _results;

    /// <summary>How often which code was given. Names come from the service, so their number is bounded.</summary>
    public IReadOnlyDictionary<(int? Code, string? Name), long> Codes => _codes;

    public void Add(RecipientResult result)
    {
        Count++;
        if (_results.Count < MaxResults)
        {
            _results.Add(result);
        }

        var code = (result.ErrorCode, result.ErrorName);
        if (_codes.Count < MaxCodes || _codes.ContainsKey(code))
        {
            _codes[code] = _codes.GetValueOrDefault(code) + 1;
        }
    }
}
