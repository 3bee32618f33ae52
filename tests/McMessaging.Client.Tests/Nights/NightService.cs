using McMessaging.Client.Tests.Properties;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Nights;

/// <summary>
/// The service over a year: it forgets keys after 72 hours, has its troubles, and may see a client die at any request.
/// </summary>
internal sealed class NightService : IDisposable
{
    private static readonly TimeSpan KeyMemory = TimeSpan.FromHours(72);
    private readonly Queue<(DateTimeOffset At, string Key)> _known = [];
    private readonly KeyedService _service;
    private readonly Random _random;
    private int _requestsToKill;
    private bool _killsAfterwards;
    private int _seen;
    private volatile bool _isClientDead;

    public NightService(Random random)
    {
        _random = random;
        _service = new KeyedService
        {
            Refuses = (contactKey, messageKey) => messageKey?.StartsWith("bad", StringComparison.Ordinal) == true,
            OnRequest = _ => ForgetOldKeys(),
            FaultBefore = request =>
                KillIf(!_killsAfterwards) ?? PutOff(request) ?? FaultScript.Refuse(NextFault()),
            FaultAfter = (_, truth) => KillIf(_killsAfterwards) ?? FaultScript.Spoil(NextFault(), truth),
        };
    }

    public VirtualTime Time { get; } = new();

    /// <summary>Called in place of a response when the client dies.</summary>
    public Action OnKill { get; set; } = () => { };

    /// <summary>Whether the service or its token host has trouble now and then.</summary>
    public bool HasTroubles { get; set; } = true;

    public IReadOnlyList<(string ContactKey, string? MessageKey)> Accepted => _service.Accepted;

    public async Task<Connection> ConnectAsync(bool hasTokenTrouble)
    {
        _isClientDead = false;
        _service.Tokens.RespondToTokenRequest = _ => Task.FromResult(
            hasTokenTrouble ? FakeResponse.Json(403, "<html>portal</html>") : null);
        return await Sends.ConnectAsync(_service, Time);
    }

    /// <summary>Lets the client die at one of its next requests: before it was taken, or after.</summary>
    public void KillSoon()
    {
        _requestsToKill = 1 + _random.Next(8);
        _killsAfterwards = _random.Next(2) == 0;
    }

    public void KillNoMore() => _requestsToKill = 0;

    public void Dispose() => _service.Dispose();

    private HttpResponseMessage? KillIf(bool isPlace)
    {
        if (!_isClientDead && (!isPlace || _requestsToKill == 0 || --_requestsToKill > 0))
        {
            return null;
        }

        if (!_isClientDead)
        {
            // From here on nothing of it arrives any more.
            _isClientDead = true;
            OnKill();
        }

        throw new HttpRequestException("killed");
    }

    private HttpResponseMessage? PutOff(FakeRequest request) =>
        HasTroubles && _random.Next(100) == 0 ? Faults.RateLimited("4000")(request.Body) : null;

    private Fault NextFault()
    {
        var faults = Enum.GetValues<Fault>();
        return HasTroubles && _random.Next(8) == 0 ? faults[_random.Next(faults.Length)] : Fault.None;
    }

    private void ForgetOldKeys()
    {
        var now = Time.GetUtcNow();
        foreach (var (_, key) in _service.Accepted.Skip(_seen))
        {
            _known.Enqueue((now, key ?? ""));
            _seen++;
        }

        while (_known.TryPeek(out var oldest) && now - oldest.At > KeyMemory)
        {
            _service.Forget(_known.Dequeue().Key);
        }
    }
}
