namespace McMessaging.Client.Tests.Support;

/// <summary>A send to one recipient through given faults; after them, the service accepts.</summary>
internal sealed record MatrixRun(RecipientResult Result, RecordingHost Host, FakeService Service, VirtualTime Time)
{
    public (SendOutcome Outcome, int Attempts) OutcomeAndAttempts => (Result.Outcome, Result.Attempts);

    public static Task<MatrixRun> OfAsync(SendOptions options, params Func<string, HttpResponseMessage>[] faults) =>
        OfAsync(options, null, faults);

    /// <summary>A send whose recipient brings a message key.</summary>
    public static Task<MatrixRun> OfGivenKeyAsync(
        SendOptions options, params Func<string, HttpResponseMessage>[] faults) => OfAsync(options, "given", faults);

    private static async Task<MatrixRun> OfAsync(
        SendOptions options, string? messageKey, Func<string, HttpResponseMessage>[] faults)
    {
        var service = FakeService.InTurn(faults);
        var time = new VirtualTime();
        var host = new RecordingHost();
        var person = Sends.People(1).Single();
        var recipient = new Recipient { ContactKey = person.ContactKey, To = person.To, MessageKey = messageKey };
        // Some faults end a run with an exception; the result is told all the same.
        await Record.ExceptionAsync(() => Sends.RunAsync(service, options, [recipient], host, time));
        return new MatrixRun(Assert.Single(host.Results), host, service, time);
    }
}
