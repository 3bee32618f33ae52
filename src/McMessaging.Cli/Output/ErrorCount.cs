namespace McMessaging.Cli.Output;

/// <summary>How often an error came, and for which recipients of the input.</summary>
internal sealed class ErrorCount
{
    private const int Shown = 5;

    private readonly List<long> _first = [];

    public long Count { get; private set; }

    /// <summary>The first of them, by their place in the input.</summary>
    public string Places => string.Join(", ", _first) + (Count > Shown ? ", …" : "");

    public void Add(long place)
    {
        Count++;
        if (_first.Count < Shown)
        {
            _first.Add(place);
        }
    }
}
