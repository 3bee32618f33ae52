using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Faults;

public class FaultDiceTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_faults_and_another_seed_others()
    {
        var faults = new SandboxFaults { Http500 = 0.2, Http429 = 0.2, Blocked = 0.1 };

        var first = await StatusesAsync(faults, seed: 7);

        Assert.Equal(first, await StatusesAsync(faults, seed: 7));
        Assert.NotEqual(first, await StatusesAsync(faults, seed: 8));
    }

    [Fact]
    public async Task Reset_starts_the_sequence_of_faults_anew()
    {
        var faults = new SandboxFaults { Http500 = 0.5 };
        using var host = await SandboxHost.StartAsync(faults);
        var first = await StatusesAsync(host);

        host.Sandbox.Reset();
        host.Sandbox.SetFaults(faults);

        Assert.Equal(first, await StatusesAsync(host));
    }

    [Fact]
    public async Task Faults_stay_near_their_rates()
    {
        var faults = new SandboxFaults { Http500 = 0.25 };
        using var host = await SandboxHost.StartAsync(faults);

        await StatusesAsync(host, count: 400);

        Assert.InRange(host.Sandbox.Counters.FaultsInjected, 60, 140);
        Assert.Equal(400, host.Sandbox.Counters.Requests);
    }

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

    private static async Task<string> StatusesAsync(SandboxFaults faults, int seed)
    {
        using var host = await SandboxHost.StartAsync(faults, seed);
        return await StatusesAsync(host);
    }

    private static async Task<string> StatusesAsync(SandboxHost host, int count = 40)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            statuses.Add((int)(await host.SendEmailsAsync(Bodies.Email(Guid.NewGuid().ToString()))).Status);
        }

        return string.Join(" ", statuses);
    }

    private static Task<Response> SendThousandAsync(SandboxHost host, string keyPrefix) =>
        host.SendEmailsAsync([.. Enumerable.Range(0, 1000)
            .Select(i => Bodies.Email($"{keyPrefix}{i}", $"contact{i}", $"contact{i}@example.com"))]);

    private static int[] RefusedIn(Response response) => [.. response.Responses
        .Select((item, index) => (item, index))
        .Where(pair => pair.item.TryGetProperty("errorcode", out _))
        .Select(pair => pair.index)];
}
