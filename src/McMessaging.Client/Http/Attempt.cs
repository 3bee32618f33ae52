namespace McMessaging.Http;

/// <summary>What one attempt came to: a whole answer, or a fault.</summary>
internal sealed record Attempt(ServiceAnswer? Answer, AttemptFault Fault, Exception? Cause, TimeSpan Duration)
{
    public string Describe() => Fault switch
    {
        AttemptFault.None => Answer!.ToString(),
        AttemptFault.NeverSent => "could not connect: " + Reason(),
        AttemptFault.Broken => "the connection broke before the answer was complete: " + Reason(),
        AttemptFault.TimedOut => "no complete answer in time",
        _ => "stopped before an answer came",
    };

    private string Reason() => (Cause?.InnerException ?? Cause)?.Message ?? "no reason given";
}
