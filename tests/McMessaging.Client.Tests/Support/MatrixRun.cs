namespace McMessaging.Client.Tests.Support;

/// <summary>
/// A send to one recipient through given faults; after them, the service accepts. The error is the one that ended the
/// run.
/// </summary>
internal sealed record MatrixRun(
    RecipientResult Result, RecordingHost Host, FakeService Service, VirtualTime Time, McException? Error)
{
    public (SendOutcome Outcome, int Attempts) OutcomeAndAttempts => (Result.Outcome, Result.Attempts);

    public static async Task<MatrixRun> OfAsync(SendOptions options, params Func<string, HttpResponseMessage>[] faults)
    {
        var service = FakeService.InTurn(faults);
        var time = new VirtualTime();
        var host = new RecordingHost();
        var error = await Record.ExceptionAsync(
            () => Sends.RunAsync(service, options, Sends.People(1), host, time)) as McException;
        return new MatrixRun(Assert.Single(host.Results), host, service, time, error);
    }
}
