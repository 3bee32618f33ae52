using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Server;

public class SandboxMessagesTests
{
    [Fact]
    public async Task Messages_are_kept_in_order_of_arrival_whether_accepted_or_not()
    {
        using var host = await SandboxHost.StartAsync();
        var first = await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2", to: "nobody"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SendSmsAsync(Bodies.Sms("k3"));

        var messages = host.Sandbox.GetMessages();

        Assert.Equal(["k1", "k2", "k3"], messages.Select(message => message.MessageKey));
        Assert.Equal([true, false, true], messages.Select(message => message.Accepted));
        Assert.Equal(["email", "email", "sms"], messages.Select(message => message.Channel));
        Assert.Equal("welcome", messages[0].DefinitionKey);
        Assert.Equal("ada", messages[0].ContactKey);
        Assert.Equal("ada@example.com", messages[0].To);
        Assert.Equal(first.Json.GetProperty("requestId").GetString(), messages[1].RequestId);
        Assert.Equal(109121, messages[1].ErrorCode);
        Assert.StartsWith("MCMS_UTM_Validation_InvalidValue_to", messages[1].Error, StringComparison.Ordinal);
        Assert.Null(messages[0].Error);
        Assert.Equal(TimeSpan.FromMinutes(1), messages[2].ReceivedAt - messages[0].ReceivedAt);
    }

    [Fact]
    public async Task Messages_are_found_by_channel_in_any_case_and_by_key()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2"));
        await host.SendSmsAsync(Bodies.Sms("k3"));

        Assert.Equal(["k1", "k2"], Keys(host.Sandbox.GetMessages("Email")));
        Assert.Equal(["k3"], Keys(host.Sandbox.GetMessages("SMS")));
        Assert.Equal(["k2"], Keys(host.Sandbox.GetMessages(messageKey: "k2")));
        Assert.Empty(host.Sandbox.GetMessages("sms", "k2"));
    }

    [Fact]
    public async Task The_newest_messages_are_kept_and_all_keys()
    {
        using var host = await SandboxHost.StartAsync(inboxCapacity: 2);
        await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2"), Bodies.Email("k3"));
        await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(["k3", "k1"], Keys(host.Sandbox.GetMessages()));
        Assert.Equal(1, host.Sandbox.Counters.DuplicateKeys);
        Assert.Equal(3, host.Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task Reset_forgets_messages_keys_counters_and_faults()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Sandbox.SetFaults(new SandboxFaults { Http500 = 1 });
        await host.SendEmailsAsync(Bodies.Email("k2"));

        host.Sandbox.Reset();

        Assert.Empty(host.Sandbox.GetMessages());
        Assert.Equal(new SandboxFaults(), host.Sandbox.Faults);
        var counters = host.Sandbox.Counters;
        Assert.Empty(counters.Faults);
        Assert.Equal(new SandboxCounters { Faults = counters.Faults }, counters);
        Assert.Equal(0, (await host.SendEmailsAsync(Bodies.Email("k1"))).ErrorCode);
    }

    [Fact]
    public async Task A_message_as_text_shows_neither_address_nor_attributes()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(
            """{"contactKey":"ada","to":"ada@example.com","messageKey":"k1","attributes":{"Pin":"9876"}}""");

        Assert.Equal("email 1 accepted", host.Sandbox.GetMessages().Single().ToString());
    }

    private static IEnumerable<string> Keys(IEnumerable<SandboxMessage> messages) =>
        messages.Select(message => message.MessageKey);
}
