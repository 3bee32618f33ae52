using System.Globalization;

namespace McMessaging.Sandboxing.Faults;

/// <summary>One fault by name: its range, and how it is read from and written to <see cref="SandboxFaults"/>.</summary>
internal sealed record FaultSetting(
    string Name,
    double Maximum,
    bool IsWhole,
    Func<SandboxFaults, double> Get,
    Func<SandboxFaults, double, SandboxFaults> Set)
{
    public static IReadOnlyList<FaultSetting> All { get; } =
    [
        Rate(FaultNames.Http500, f => f.Http500, (f, v) => f with { Http500 = v }),
        Rate(FaultNames.Http503, f => f.Http503, (f, v) => f with { Http503 = v }),
        Rate(FaultNames.Http429, f => f.Http429, (f, v) => f with { Http429 = v }),
        Whole(FaultNames.RetryAfter, 3600, f => f.RetryAfter, (f, v) => f with { RetryAfter = (int)v }),
        Rate(FaultNames.Blocked, f => f.Blocked, (f, v) => f with { Blocked = v }),
        Rate(FaultNames.HtmlError, f => f.HtmlError, (f, v) => f with { HtmlError = v }),
        Rate(FaultNames.DropBefore, f => f.DropBefore, (f, v) => f with { DropBefore = v }),
        Rate(FaultNames.DropAfter, f => f.DropAfter, (f, v) => f with { DropAfter = v }),
        Rate(FaultNames.Slow, f => f.Slow, (f, v) => f with { Slow = v }),
        Whole(FaultNames.LatencyMs, 600_000, f => f.LatencyMs, (f, v) => f with { LatencyMs = (int)v }),
        Rate(FaultNames.RejectRecipient, f => f.RejectRecipient, (f, v) => f with { RejectRecipient = v }),
        Rate(FaultNames.ExpireToken, f => f.ExpireToken, (f, v) => f with { ExpireToken = v }),
    ];

    public static FaultSetting Find(string name) =>
        All.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no fault '{name}'. {KnownNames()}");

    public SandboxFaults Apply(SandboxFaults faults, string value)
    {
        var isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        return isNumber && IsInRange(number) ? Set(faults, number) : throw OutOfRange(value);
    }

    public void Validate(SandboxFaults faults)
    {
        var value = Get(faults);
        if (!IsInRange(value))
        {
            throw OutOfRange(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private bool IsInRange(double value) =>
        value >= 0 && value <= Maximum && (!IsWhole || double.IsInteger(value));

    private ArgumentException OutOfRange(string? value) =>
        new($"The fault '{Name}' takes a {(IsWhole ? "whole number" : "rate")} from 0 to "
            + $"{Maximum.ToString(CultureInfo.InvariantCulture)}, not '{value}'. {KnownNames()}");

    private static string KnownNames() => $"The faults are {string.Join(", ", All.Select(setting => setting.Name))}.";

    private static FaultSetting Rate(
        string name, Func<SandboxFaults, double> get, Func<SandboxFaults, double, SandboxFaults> set) =>
        new(name, 1, IsWhole: false, get, set);

    private static FaultSetting Whole(
        string name, double maximum, Func<SandboxFaults, double> get, Func<SandboxFaults, double, SandboxFaults> set) =>
        new(name, maximum, IsWhole: true, get, set);
}
