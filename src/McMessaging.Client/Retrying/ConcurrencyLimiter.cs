namespace McMessaging.Retrying;

/// <summary>
/// How many requests may be in flight. Halved when the service blocks this client; grows back with success.
/// </summary>
internal sealed class ConcurrencyLimiter(int most)
{
    private readonly object _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private readonly int _most = most;
    private int _limit = most;
    private int _inFlight;
    private int _successes;

    public int Limit
    {
        get
        {
            lock (_lock)
            {
                return _limit;
            }
        }
    }

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_inFlight < _limit)
            {
                _inFlight++;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
        }

        using var registration = cancellationToken.Register(
            () => turn.TrySetCanceled(cancellationToken));
        await turn.Task.ConfigureAwait(false);
    }

    public void Leave()
    {
        lock (_lock)
        {
            _inFlight--;
            LetIn();
        }
    }

    public void Halve()
    {
        lock (_lock)
        {
            _limit = Math.Max(1, _limit / 2);
            _successes = 0;
        }
    }

    public void Succeeded()
    {
        lock (_lock)
        {
            if (_limit == _most || ++_successes < _limit)
            {
                return;
            }

            _limit++;
            _successes = 0;
            LetIn();
        }
    }

    private void LetIn()
    {
        while (_inFlight < _limit && _waiting.TryDequeue(out var turn))
        {
            if (turn.TrySetResult())
            {
                _inFlight++;
            }
        }
    }
}
