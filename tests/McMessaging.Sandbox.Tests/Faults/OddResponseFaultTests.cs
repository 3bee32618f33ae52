using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Faults;

public class OddResponseFaultTests
{
    [Fact]
    public async Task EmptyMessage_empties_the_messages_of_a_response_and_leaves_its_codes()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["emptyMessage=1"]));

        var response = await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2", to: "nobody"));

        Assert.Equal(109001, response.Json.GetProperty("errorcode").GetInt32());
        Assert.Equal("", response.Json.GetProperty("message").GetString());
        Assert.Equal("""{"messageKey":"k1"}""", response.Responses[0].GetRawText());
        Assert.Equal("""{"messageKey":"k2","errorcode":109121,"message":""}""", response.Responses[1].GetRawText());
        Assert.Contains("Invalid subscriber", host.Sandbox.GetMessages()[1].Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada@example.com", "\"hasErrors\":\"false\"")]
    [InlineData("nobody", "\"hasErrors\":\"true\"")]
    public async Task TextHasErrors_tells_it_as_a_text(string address, string member)
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["textHasErrors=1"]));

        var response = await host.TriggerAsync(Bodies.Triggered(address: address));

        Assert.Contains(member, response.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("nobody")]
    public async Task OmitHasErrors_leaves_it_out(string address)
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["omitHasErrors=1"]));

        var response = await host.TriggerAsync(Bodies.Triggered(address: address));

        Assert.DoesNotContain("hasErrors", response.Text, StringComparison.Ordinal);
        Assert.Contains("recipientSendId", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_faults_of_triggered_sends_leave_the_others_alone()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["omitHasErrors=1x1", "emptyMessage=1x1"]));

        var email = await host.SendEmailsAsync(Bodies.Email("k1", to: "nobody"), Bodies.Email("k2"));
        var triggered = await host.TriggerAsync(Bodies.Triggered());

        Assert.Equal("", email.Json.GetProperty("message").GetString());
        Assert.DoesNotContain("hasErrors", triggered.Text, StringComparison.Ordinal);
        Assert.Equal(2, host.Sandbox.Counters.FaultsInjected);
    }
}
