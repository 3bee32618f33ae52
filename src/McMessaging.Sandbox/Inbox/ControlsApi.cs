using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>What the page can do to its sandbox.</summary>
internal sealed record InboxControls(Action<SandboxFaults> SetFaults, Action<TimeSpan> MoveClock, Action Reset);

/// <summary>Faults, clock and reset.</summary>
internal sealed class ControlsApi(FaultDice dice, MovableClock clock, InboxControls controls)
{
    private static readonly TimeSpan FarthestOffset = TimeSpan.FromDays(3650);
    private static readonly HttpResponse Done = InboxJson.Of(new { });

    private readonly object _changingFaults = new();

    public HttpResponse ChangeFaults(HttpRequest request)
    {
        var changes = InboxJson.Read<Dictionary<string, string?>>(request);
        lock (_changingFaults)
        {
            try
            {
                controls.SetFaults(SandboxFaults.Parse(Merge(dice.Faults.ByName(), changes)));
                return InboxJson.Of(dice.Faults.ByName());
            }
            catch (ArgumentException exception)
            {
                throw new RequestRefusedException(new ServiceError(0, exception.Message));
            }
        }
    }

    public HttpResponse MoveClock(HttpRequest request)
    {
        var seconds = InboxJson.Read<ClockMove>(request).Seconds;
        if (!(Math.Abs(clock.Offset.TotalSeconds + seconds) <= FarthestOffset.TotalSeconds))
        {
            throw new RequestRefusedException(ServiceErrors.InvalidValue(
                "seconds", $"moves the clock by {FarthestOffset.TotalDays} days in all at most"));
        }

        controls.MoveClock(TimeSpan.FromSeconds(seconds));
        return Done;
    }

    public HttpResponse Reset(HttpRequest request)
    {
        controls.Reset();
        return Done;
    }

    private static Dictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> current, Dictionary<string, string?> changes)
    {
        var merged = new Dictionary<string, string>(current, StringComparer.OrdinalIgnoreCase);
        foreach ((var name, var value) in changes)
        {
            merged.Remove(name);
            if (value is not null)
            {
                merged.Add(name, value);
            }
        }

        return merged;
    }

    private sealed record ClockMove(double Seconds);
}
