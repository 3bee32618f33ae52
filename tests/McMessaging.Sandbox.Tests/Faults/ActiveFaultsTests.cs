using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Faults;

public class ActiveFaultsTests
{
    [Fact]
    public async Task A_fault_of_a_channel_leaves_the_others_alone()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["http500@sms=1"]));

        Assert.Equal(HttpStatusCode.Accepted, (await host.SendEmailsAsync(Bodies.Email("k1"))).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await host.SendSmsAsync(Bodies.Sms("k2"))).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await host.TriggerAsync(Bodies.Triggered())).Status);
    }

    [Fact]
    public async Task A_fault_of_a_definition_meets_its_sends_and_its_own_routes()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["http500@*/welcome=1"]));

        var send = await host.SendEmailsAsync(Bodies.Email("k1"));
        var triggered = await host.TriggerAsync(Bodies.Triggered());
        var definition = await host.GetAsync("messaging/v1/email/definitions/welcome");
        var other = await host.PostAsync("messaging/v1/email/messages", $$"""
            {"recipients":[{{Bodies.Email("k1")}}],"definitionKey":"another"}
            """);

        Assert.Equal(HttpStatusCode.InternalServerError, send.Status);
        Assert.Equal(HttpStatusCode.InternalServerError, triggered.Status);
        Assert.Equal(HttpStatusCode.InternalServerError, definition.Status);
        Assert.Equal(HttpStatusCode.Accepted, other.Status);
    }

    [Fact]
    public async Task A_fault_of_the_next_requests_ends_with_them()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["http500@sms=1x2"]));

        await host.SendEmailsAsync(Bodies.Email("k0"));
        var first = await host.SendSmsAsync(Bodies.Sms("k1"));
        var leftAfterOne = host.Sandbox.Faults.Rules.Single().Requests;
        var second = await host.SendSmsAsync(Bodies.Sms("k1"));
        var third = await host.SendSmsAsync(Bodies.Sms("k1"));

        Assert.Equal(HttpStatusCode.InternalServerError, first.Status);
        Assert.Equal(1, leftAfterOne);
        Assert.Equal(HttpStatusCode.InternalServerError, second.Status);
        Assert.Equal(HttpStatusCode.Accepted, third.Status);
        Assert.Empty(host.Sandbox.Faults.Rules);
    }

    [Fact]
    public async Task A_token_fault_counts_token_requests_only()
    {
        using var host = await SandboxHost.StartAsync();
        host.Sandbox.SetFaults(SandboxFaults.Parse(["token500=1x1"]));

        await host.SendEmailsAsync(Bodies.Email("k1"));
        var first = await host.RequestTokenAsync(SandboxHost.TokenBody());
        var second = await host.RequestTokenAsync(SandboxHost.TokenBody());

        Assert.Equal(HttpStatusCode.InternalServerError, first.Status);
        Assert.Equal(HttpStatusCode.OK, second.Status);
    }

    [Fact]
    public async Task Recipients_are_refused_by_channel()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["rejectRecipient@sms=1"]));

        await host.SendEmailsAsync(Bodies.Email("k1"));
        await host.SendSmsAsync(Bodies.Sms("k2"));

        Assert.Equal([true, false], host.Sandbox.GetMessages().Select(message => message.Accepted));
    }

    [Fact]
    public async Task Another_fault_leaves_the_sequence_of_the_first_as_it_was()
    {
        var alone = await FailuresAsync(new SandboxFaults { Http500 = 0.5 });
        var beside = await FailuresAsync(new SandboxFaults { Http500 = 0.5, Http503 = 0.000001 });

        Assert.Equal(alone, beside);
    }

    private static async Task<int[]> FailuresAsync(SandboxFaults faults)
    {
        using var host = await SandboxHost.StartAsync(faults);
        var failures = new List<int>();
        for (var i = 0; i < 30; i++)
        {
            if ((await host.SendEmailsAsync(Bodies.Email($"k{i}"))).Status != HttpStatusCode.Accepted)
            {
                failures.Add(i);
            }
        }

        return [.. failures];
    }
}
