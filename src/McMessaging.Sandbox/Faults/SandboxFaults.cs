using McMessaging.Sandboxing.Faults;

namespace McMessaging;

/// <summary>
/// How a sandbox misbehaves. Rates are 0 to 1, the chance of one request or one recipient to meet the fault; a request
/// meets at most one fault that changes its response. Switches are 0 or 1.
/// </summary>
public sealed record SandboxFaults
{
    /// <summary>Status 400 with 10006 and several errors in validationErrors; nothing is accepted.</summary>
    public double Http400 { get; init; }

    /// <summary>Status 403 with 20002, as without a permission; nothing is accepted.</summary>
    public double Http403 { get; init; }

    /// <summary>Status 429 with 50100 and Retry-After; nothing is accepted.</summary>
    public double Http429 { get; init; }

    /// <summary>Status 429 with 50200 and no Retry-After; nothing is accepted.</summary>
    public double Blocked { get; init; }

    /// <summary>Status 500 with a JSON error; nothing is accepted.</summary>
    public double Http500 { get; init; }

    /// <summary>Status 503 with 50300 and Retry-After; nothing is accepted.</summary>
    public double Http503 { get; init; }

    /// <summary>Status 502 with a page of HTML; nothing is accepted.</summary>
    public double HtmlError { get; init; }

    /// <summary>Status 400 with an error that quotes the request; nothing is accepted.</summary>
    public double EchoRequest { get; init; }

    /// <summary>The token of the request is found expired, and is of no use from then on.</summary>
    public double ExpireToken { get; init; }

    /// <summary>The connection is closed without a response; nothing is accepted.</summary>
    public double DropBefore { get; init; }

    /// <summary>The request is processed, then the connection is closed without a response.</summary>
    public double DropAfter { get; init; }

    /// <summary>No response ever comes; nothing is accepted.</summary>
    public double HangBefore { get; init; }

    /// <summary>The request is processed, but no response ever comes.</summary>
    public double HangAfter { get; init; }

    /// <summary>
    /// A send is processed, but its status is 400: refused recipients have their codes, accepted ones have none.
    /// </summary>
    public double Partial400 { get; init; }

    /// <summary>A send is processed, but its 202 leaves out every second recipient.</summary>
    public double OmitRecipients { get; init; }

    /// <summary>A send is processed, but its 202 has no <c>responses</c>.</summary>
    public double OmitResponses { get; init; }

    /// <summary>A send is processed as ever, but every <c>message</c> of its response is empty.</summary>
    public double EmptyMessage { get; init; }

    /// <summary>A triggered send's response has <c>hasErrors</c> as a text, "true" or "false".</summary>
    public double TextHasErrors { get; init; }

    /// <summary>A triggered send's response has no <c>hasErrors</c>.</summary>
    public double OmitHasErrors { get; init; }

    /// <summary>The response comes three seconds late.</summary>
    public double Slow { get; init; }

    /// <summary>A recipient is refused with 109121, the same contact key and address each time.</summary>
    public double RejectRecipient { get; init; }

    /// <summary>
    /// An accepted message is not sent, with <see cref="NotSentCode"/>; the same contact key and address each time.
    /// </summary>
    public double NotSent { get; init; }

    /// <summary>The token endpoint responds with status 403 and a page of HTML, as a firewall does.</summary>
    public double Token403 { get; init; }

    /// <summary>The token endpoint responds with status 429 and Retry-After.</summary>
    public double Token429 { get; init; }

    /// <summary>The token endpoint responds with status 500.</summary>
    public double Token500 { get; init; }

    /// <summary>The token endpoint responds with status 200 and a page of HTML, as a captive portal does.</summary>
    public double TokenHtml { get; init; }

    /// <summary>The token endpoint never responds.</summary>
    public double TokenHang { get; init; }

    /// <summary>Milliseconds by which every response is late, 0 to 600,000.</summary>
    public int LatencyMs { get; init; }

    /// <summary>Messaging requests taken in any one second, the others get 429 with 50100; 0: no limit.</summary>
    public int RequestsPerSecond { get; init; }

    /// <summary>Seconds told in Retry-After, 0 to 3,600.</summary>
    public int RetryAfter { get; init; } = 1;

    /// <summary>1: Retry-After is a date by the service's clock, and the body has no <c>retryAfter</c>.</summary>
    public int RetryAfterDate { get; init; }

    /// <summary>
    /// Seconds by which the service's clock is ahead of the sandbox's in Date and in Retry-After, -86,400 to 86,400.
    /// </summary>
    public int ClockAhead { get; init; }

    /// <summary>The status code of what <see cref="NotSent"/> hits; 0: 24 for email, 2502 for SMS.</summary>
    public int NotSentCode { get; init; }

    /// <summary>
    /// Definitions that a business unit may create in any seven days, over its channels; 0: as many as it likes. The
    /// number is the service's; that 30001 tells of it is not known.
    /// </summary>
    public int DefinitionLimit { get; init; } = 500;

    /// <summary>1: a recipient without <c>to</c> is refused with 109106. What the service does is not known.</summary>
    public int RequireTo { get; init; }

    /// <summary>
    /// 1: when every recipient is refused, the status is 202 with 109001; 0: it is 400 with 109103. What the service
    /// does is not known.
    /// </summary>
    public int AllRejected202 { get; init; }

    /// <summary>1: responses are in another order than recipients, which the service does not rule out.</summary>
    public int ShuffleResponses { get; init; }

    /// <summary>Rates that hold for some requests only. Where several rates apply, the highest does.</summary>
    public IReadOnlyList<SandboxFaultRule> Rules { get; init; } = [];

    /// <summary>Every fault there is: its name, the values it takes, and what it does.</summary>
    public static IReadOnlyList<SandboxFaultInfo> Known { get; } =
        [.. FaultSettings.All.Select(setting => setting.Info)];

    /// <summary>
    /// Reads faults from names and values, as in http500 and 0.1. Names are taken in any case. A rate may be limited
    /// to a channel (http500@sms), to a definition (http500@email/welcome, http500@*/welcome) and to the next so many
    /// requests (0.5x10: the next ten requests at a rate of 0.5).
    /// </summary>
    /// <exception cref="ArgumentException">A name is unknown, or a value is not in its range.</exception>
    public static SandboxFaults Parse(IEnumerable<KeyValuePair<string, string>> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return faults.Aggregate(new SandboxFaults(), FaultText.Apply);
    }

    /// <summary>Reads faults from texts such as <c>http500=0.1</c>, as the other overload does.</summary>
    /// <exception cref="ArgumentException">A text is not NAME=VALUE, or names a fault twice.</exception>
    public static SandboxFaults Parse(IEnumerable<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return Parse(FaultText.Split(faults));
    }

    /// <summary>The faults that are not as in a new instance, as names and values which <c>Parse</c> reads.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ToPairs() => FaultText.Write(this);

    internal void Validate()
    {
        foreach (var setting in FaultSettings.All)
        {
            setting.Validate(this);
        }

        if (Rules is null)
        {
            throw new ArgumentException("The rules of faults must not be null.");
        }

        foreach (var rule in Rules)
        {
            rule.Validate();
        }
    }
}
