using System.Globalization;

namespace McMessaging.Sandboxing.Faults;

/// <summary>What a fault is about, and so when it is drawn.</summary>
internal enum FaultKind
{
    /// <summary>A number or a switch, which is not drawn.</summary>
    Number,

    /// <summary>Any messaging request: at most one of these hits.</summary>
    Request,

    /// <summary>A send to email or SMS recipients: at most one of these and those of every request hits.</summary>
    Send,

    /// <summary>A triggered send: at most one of these and those of every request hits.</summary>
    TriggeredSend,

    /// <summary>The response's delay.</summary>
    Delay,

    /// <summary>Each recipient of a send.</summary>
    Recipient,

    /// <summary>A token request: at most one of these hits.</summary>
    Token,
}

/// <summary>One fault by name: its range, and how it is read from and written to <see cref="SandboxFaults"/>.</summary>
internal sealed record FaultSetting(
    string Name,
    FaultKind Kind,
    double Minimum,
    double Maximum,
    string Description,
    Func<SandboxFaults, double> Get,
    Func<SandboxFaults, double, SandboxFaults> Set)
{
    public bool IsRate => Kind != FaultKind.Number;

    public bool IsOfTokens => Kind == FaultKind.Token;

    public SandboxFaultInfo Info => new(Name, Values, Description);

    private string Values =>
        IsRate ? "a rate from 0 to 1"
        : Maximum == 1 ? "0 or 1"
        : string.Create(CultureInfo.InvariantCulture, $"a whole number from {Minimum} to {Maximum}");

    public double ParseValue(string text)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        return isNumber && IsInRange(number) ? number : throw OutOfRange(text);
    }

    public void Validate(SandboxFaults faults) => RequireInRange(Get(faults));

    public void RequireInRange(double value)
    {
        if (!IsInRange(value))
        {
            throw OutOfRange(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private bool IsInRange(double value) =>
        value >= Minimum && value <= Maximum && (IsRate || double.IsInteger(value));

    private ArgumentException OutOfRange(string? value) =>
        new($"The fault '{Name}' takes {Values}, not '{value}'. {FaultSettings.KnownNames}");
}
