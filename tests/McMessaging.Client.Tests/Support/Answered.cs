namespace McMessaging.Client.Tests.Support;

/// <summary>Sends recipients with given keys and gets one answer.</summary>
internal static class Answered
{
    /// <summary>The outcomes of recipients with these keys, separated by spaces.</summary>
    public static async Task<string> OutcomesAsync(string keys, string answer, int status = 202)
    {
        var host = await RunAsync(keys, answer, status);
        return string.Join(' ', host.Results.Select(result => result.Outcome));
    }

    public static Task<RecordingHost> RunAsync(string keys, string answer, int status = 202) => Sends.RunAsync(
        new FakeService { Answer = FakeService.Always(status, answer) },
        Sends.Email(),
        keys.Split(' ').Select(
            key => new Recipient { ContactKey = "contact-" + key, To = key + "@example.com", MessageKey = key }));
}
