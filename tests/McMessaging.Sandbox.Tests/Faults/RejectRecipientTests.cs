using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Faults;

public class RejectRecipientTests
{
    [Fact]
    public async Task RejectRecipient_refuses_the_same_part_of_the_recipients_each_time()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { RejectRecipient = 0.3 });

        var first = RefusedIn(await SendThousandAsync(host, "first"));
        var second = RefusedIn(await SendThousandAsync(host, "second"));

        Assert.InRange(first.Length, 200, 400);
        Assert.Equal(first, second);
        Assert.Equal(2 * first.Length, host.Sandbox.Counters.Faults["rejectRecipient"]);
        Assert.Equal(2 * (1000 - first.Length), host.Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task RejectRecipient_does_not_hide_that_a_message_was_accepted_before()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Sandbox.SetFaults(new SandboxFaults { RejectRecipient = 1 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2"));

        Assert.Equal(109110, response.Responses[0].GetProperty("errorcode").GetInt32());
        Assert.Equal(109121, response.Responses[1].GetProperty("errorcode").GetInt32());
    }

    private static Task<Response> SendThousandAsync(SandboxHost host, string keyPrefix) =>
        host.SendEmailsAsync([.. Enumerable.Range(0, 1000)
            .Select(i => Bodies.Email($"{keyPrefix}{i}", $"contact{i}", $"contact{i}@example.com"))]);

    private static int[] RefusedIn(Response response) => [.. response.Responses
        .Select((item, index) => (item, index))
        .Where(pair => pair.item.TryGetProperty("errorcode", out _))
        .Select(pair => pair.index)];
}
