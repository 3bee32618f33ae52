namespace McMessaging.Sandboxing.Faults;

/// <summary>Every fault there is. Where several hit one request, the first of this list counts.</summary>
internal static class FaultSettings
{
    public static IReadOnlyList<FaultSetting> All { get; } =
    [
        Request(FaultNames.ExpireToken, "401: the token expires and stays of no use",
            f => f.ExpireToken, (f, v) => f with { ExpireToken = v }),
        Request(FaultNames.Http403, "403 with 20002, as without a permission",
            f => f.Http403, (f, v) => f with { Http403 = v }),
        Request(FaultNames.Http400, "400 with 10006 and validationErrors",
            f => f.Http400, (f, v) => f with { Http400 = v }),
        Request(FaultNames.EchoRequest, "400 with an error that quotes the request",
            f => f.EchoRequest, (f, v) => f with { EchoRequest = v }),
        Request(FaultNames.Blocked, "429 with 50200 and no Retry-After",
            f => f.Blocked, (f, v) => f with { Blocked = v }),
        Request(FaultNames.Http429, "429 with 50100 and Retry-After",
            f => f.Http429, (f, v) => f with { Http429 = v }),
        Request(FaultNames.Http503, "503 with 50300 and Retry-After",
            f => f.Http503, (f, v) => f with { Http503 = v }),
        Request(FaultNames.Http500, "500, nothing is accepted",
            f => f.Http500, (f, v) => f with { Http500 = v }),
        Request(FaultNames.HtmlError, "502 with a page of HTML",
            f => f.HtmlError, (f, v) => f with { HtmlError = v }),
        Request(FaultNames.DropBefore, "the connection is closed, nothing is accepted",
            f => f.DropBefore, (f, v) => f with { DropBefore = v }),
        Request(FaultNames.HangBefore, "no response comes, nothing is accepted",
            f => f.HangBefore, (f, v) => f with { HangBefore = v }),
        Request(FaultNames.DropAfter, "accepted, then the connection is closed",
            f => f.DropAfter, (f, v) => f with { DropAfter = v }),
        Request(FaultNames.HangAfter, "accepted, but no response comes",
            f => f.HangAfter, (f, v) => f with { HangAfter = v }),
        Rate(FaultKind.Send, FaultNames.Partial400, "accepted, but 400 with codes for the refused recipients only",
            f => f.Partial400, (f, v) => f with { Partial400 = v }),
        Rate(FaultKind.Send, FaultNames.OmitRecipients, "202 that leaves out every second recipient",
            f => f.OmitRecipients, (f, v) => f with { OmitRecipients = v }),
        Rate(FaultKind.Send, FaultNames.OmitResponses, "202 without responses",
            f => f.OmitResponses, (f, v) => f with { OmitResponses = v }),
        Rate(FaultKind.Send, FaultNames.EmptyMessage, "every message of the response is empty",
            f => f.EmptyMessage, (f, v) => f with { EmptyMessage = v }),
        Rate(FaultKind.TriggeredSend, FaultNames.TextHasErrors, "hasErrors of a triggered send is a text",
            f => f.TextHasErrors, (f, v) => f with { TextHasErrors = v }),
        Rate(FaultKind.TriggeredSend, FaultNames.OmitHasErrors, "hasErrors of a triggered send is missing",
            f => f.OmitHasErrors, (f, v) => f with { OmitHasErrors = v }),
        Rate(FaultKind.Delay, FaultNames.Slow, "the response is 3 s late",
            f => f.Slow, (f, v) => f with { Slow = v }),
        Rate(FaultKind.Recipient, FaultNames.RejectRecipient, "a recipient is refused with 109121",
            f => f.RejectRecipient, (f, v) => f with { RejectRecipient = v }),
        Rate(FaultKind.Recipient, FaultNames.NotSent, "an accepted message is not sent",
            f => f.NotSent, (f, v) => f with { NotSent = v }),
        Rate(FaultKind.Token, FaultNames.TokenHang, "no token, no response",
            f => f.TokenHang, (f, v) => f with { TokenHang = v }),
        Rate(FaultKind.Token, FaultNames.Token403, "no token, 403 with a page of HTML",
            f => f.Token403, (f, v) => f with { Token403 = v }),
        Rate(FaultKind.Token, FaultNames.Token429, "no token, 429 with Retry-After",
            f => f.Token429, (f, v) => f with { Token429 = v }),
        Rate(FaultKind.Token, FaultNames.Token500, "no token, 500",
            f => f.Token500, (f, v) => f with { Token500 = v }),
        Rate(FaultKind.Token, FaultNames.TokenHtml, "no token, 200 with a page of HTML",
            f => f.TokenHtml, (f, v) => f with { TokenHtml = v }),
        Whole(FaultNames.LatencyMs, 0, 600_000, "milliseconds by which every response is late",
            f => f.LatencyMs, (f, v) => f with { LatencyMs = v }),
        Whole(FaultNames.RequestsPerSecond, 0, 100_000, "requests taken in a second, the others get 429; 0: all",
            f => f.RequestsPerSecond, (f, v) => f with { RequestsPerSecond = v }),
        Whole(FaultNames.RetryAfter, 0, 3600, "seconds told in Retry-After",
            f => f.RetryAfter, (f, v) => f with { RetryAfter = v }),
        Whole(FaultNames.RetryAfterDate, 0, 1, "1: Retry-After is a date",
            f => f.RetryAfterDate, (f, v) => f with { RetryAfterDate = v }),
        Whole(FaultNames.ClockAhead, -86_400, 86_400, "seconds by which Date and Retry-After are ahead",
            f => f.ClockAhead, (f, v) => f with { ClockAhead = v }),
        Whole(FaultNames.NotSentCode, 0, 9999, "the code of notSent; 0: 24, for SMS 2502",
            f => f.NotSentCode, (f, v) => f with { NotSentCode = v }),
        Whole(FaultNames.DefinitionLimit, 0, 1_000_000, "definitions that may be created in 7 days; 0: all",
            f => f.DefinitionLimit, (f, v) => f with { DefinitionLimit = v }),
        Whole(FaultNames.RequireTo, 0, 1, "1: a recipient without an address is refused with 109106",
            f => f.RequireTo, (f, v) => f with { RequireTo = v }),
        Whole(FaultNames.AllRejected202, 0, 1, "1: 202 with 109001 when all are refused, not 400 with 109103",
            f => f.AllRejected202, (f, v) => f with { AllRejected202 = v }),
        Whole(FaultNames.ShuffleResponses, 0, 1, "1: responses in another order than their recipients",
            f => f.ShuffleResponses, (f, v) => f with { ShuffleResponses = v }),
    ];

    public static string KnownNames { get; } =
        $"The faults are {string.Join(", ", All.Select(setting => setting.Name))}.";

    public static FaultSetting Find(string name) =>
        All.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no fault '{name}'. {KnownNames}");

    private static FaultSetting Request(
        string name,
        string description,
        Func<SandboxFaults, double> get,
        Func<SandboxFaults, double, SandboxFaults> set) =>
        Rate(FaultKind.Request, name, description, get, set);

    private static FaultSetting Rate(
        FaultKind kind,
        string name,
        string description,
        Func<SandboxFaults, double> get,
        Func<SandboxFaults, double, SandboxFaults> set) =>
        new(name, kind, 0, 1, description, get, set);

    private static FaultSetting Whole(
        string name,
        int minimum,
        int maximum,
        string description,
        Func<SandboxFaults, int> get,
        Func<SandboxFaults, int, SandboxFaults> set) =>
        new(name, FaultKind.Number, minimum, maximum, description, f => get(f), (f, v) => set(f, (int)v));
}
