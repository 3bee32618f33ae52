namespace McMessaging.Client.Tests.Support;

/// <summary>Sends recipients with given keys and gets one response.</summary>
internal static class OneResponse
{
    /// <summary>The outcomes of recipients with these keys, separated by spaces.</summary>
    public static async Task<string> OutcomesAsync(string keys, string response, int status = 202)
    {
        var host = await RunAsync(keys, response, status);
        return string.Join(' ', host.Results.Select(result => result.Outcome));
    }

    public static Task<RecordingHost> RunAsync(string keys, string response, int status = 202) => Sends.RunAsync(
        FakeService.Always(response, status),
        Sends.Email(),
        keys.Split(' ').Select(
            key => new Recipient { ContactKey = "contact-" + key, To = key + "@example.com", MessageKey = key }));
}
