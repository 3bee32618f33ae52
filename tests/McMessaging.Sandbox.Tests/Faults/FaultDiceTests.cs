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
}
