namespace McMessaging.Client.Tests.Support;

/// <summary>A send to one recipient through given faults; after them, the service accepts.</summary>
internal sealed record MatrixRun(RecipientResult Result, RecordingHost Host, FakeService Service, VirtualTime Time)
{
    public (SendOutcome Outcome, int Attempts) OutcomeAndAttempts => (Result.Outcome, Result.Attempts);

    public static async Task<MatrixRun> OfAsync(SendOptions options, params Func<string, HttpResponseMessage>[] faults)
    {
        var service = FakeService.InTurn(faults);
        var time = new VirtualTime();
        var host = await Sends.RunAsync(service, options, Sends.People(1), time);
        return new MatrixRun(Assert.Single(host.Results), host, service, time);
    }
}
