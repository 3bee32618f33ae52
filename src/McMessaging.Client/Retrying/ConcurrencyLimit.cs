namespace McMessaging.Retrying;

/// <summary>
/// How many requests may be in flight. Halved when the service blocks this client; success brings it back.
/// </summary>
internal sealed class ConcurrencyLimit(int most)
{
    private readonly int _most = most;
    private int _successes;

    public int Current { get; private set; } = most;

    public void Halve()
    {
        Current = Math.Max(1, Current / 2);
        _successes = 0;
    }

    public void Succeeded()
    {
        if (Current < _most && ++_successes >= Current)
        {
            Current++;
            _successes = 0;
        }
    }
}
