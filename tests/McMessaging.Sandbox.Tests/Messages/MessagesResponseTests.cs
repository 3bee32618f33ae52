using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Messages;

public class MessagesResponseTests
{
    private static readonly string[] GoodBadGood =
        [Bodies.Email("k1"), Bodies.Email("k2", to: "nobody"), Bodies.Email("k3")];

    [Fact]
    public async Task Partial400_takes_the_valid_recipients_and_says_400_with_codes_for_the_others()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Partial400 = 1 });

        var response = await host.SendEmailsAsync(GoodBadGood);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(109001, response.ErrorCode);
        Assert.Equal([false, true, false], response.Responses.Select(item => item.TryGetProperty("errorcode", out _)));
        Assert.Equal(2, host.Sandbox.Counters.EmailAccepted);
        Assert.Equal(1, host.Sandbox.Counters.Faults["partial400"]);
    }

    [Fact]
    public async Task OmitRecipients_takes_all_and_leaves_out_every_second()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { OmitRecipients = 1 });

        var response = await host.SendEmailsAsync(GoodBadGood);

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        Assert.Equal(["k2"], Keys(response));
        Assert.Equal(2, host.Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task OmitResponses_takes_all_and_lists_none()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { OmitResponses = 1 });

        var response = await host.SendEmailsAsync(GoodBadGood);

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        Assert.False(response.Json.TryGetProperty("responses", out _));
        Assert.Equal(2, host.Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task ShuffleResponses_changes_their_order()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { ShuffleResponses = 1 });

        Assert.Equal(["k3", "k2", "k1"], Keys(await host.SendEmailsAsync(GoodBadGood)));
    }

    [Fact]
    public async Task AllRejected202_keeps_202_when_no_recipient_is_valid()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { AllRejected202 = 1 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1", to: "nobody"));

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        Assert.Equal(109001, response.ErrorCode);
    }

    [Fact]
    public async Task Faults_of_lists_of_recipients_do_not_meet_what_lists_none()
    {
        using var host = await SandboxHost.StartAsync(
            new SandboxFaults { Partial400 = 1, OmitRecipients = 1, OmitResponses = 1 });

        Assert.Equal(HttpStatusCode.Accepted, (await host.TriggerAsync(Bodies.Triggered())).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("messaging/v1/email/definitions")).Status);
        Assert.Equal(0, host.Sandbox.Counters.FaultsInjected);
    }

    private static IEnumerable<string?> Keys(Response response) =>
        response.Responses.Select(item => item.GetProperty("messageKey").GetString());
}
