using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Messages;

public class MessageStoreKeyTests
{
    [Fact]
    public async Task A_key_is_taken_in_its_business_unit_over_all_channels_and_definitions()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"));

        var sms = await host.SendSmsAsync(Bodies.Sms("k1"));
        host.UseToken(await host.FetchTokenAsync(",\"account_id\":7"));
        var elsewhere = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(109110, sms.Responses.Single().GetProperty("errorcode").GetInt32());
        Assert.Equal(0, elsewhere.ErrorCode);
    }

    [Fact]
    public async Task The_second_of_a_key_in_one_request_is_refused()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k1", "bob"));

        Assert.Equal(109001, response.ErrorCode);
        Assert.False(response.Responses[0].TryGetProperty("errorcode", out _));
        Assert.Equal(109110, response.Responses[1].GetProperty("errorcode").GetInt32());
        Assert.Equal(1, host.Sandbox.Counters.EmailAccepted);
        Assert.Equal(1, host.Sandbox.Counters.DuplicateKeys);
        Assert.Equal(1, host.Sandbox.Counters.Rejected);
    }

    [Fact]
    public async Task A_key_is_free_again_after_72_hours()
    {
        using var host = await SandboxHost.StartAsync(tokenLifetime: TimeSpan.FromDays(10));
        await host.SendEmailsAsync(Bodies.Email("k1"));

        host.Clock.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
        var early = await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(109110, early.Responses.Single().GetProperty("errorcode").GetInt32());
        Assert.Equal(HttpStatusCode.Accepted, late.Status);
    }

    [Fact]
    public async Task A_key_of_one_channel_is_taken_in_the_other()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"));

        var response = await host.SendSmsAsync(Bodies.Sms("k1"));

        Assert.Equal(109110, response.Responses.Single().GetProperty("errorcode").GetInt32());
    }

    [Fact]
    public async Task Keys_that_differ_in_case_are_two_keys()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.SendEmailsAsync(Bodies.Email("key"), Bodies.Email("KEY"));

        Assert.Equal(0, response.ErrorCode);
    }

    [Fact]
    public async Task A_refused_recipient_leaves_its_key_free()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.SendEmailsAsync(Bodies.Email("k1", to: "nobody"), Bodies.Email("k1"));

        Assert.Equal(109121, response.Responses[0].GetProperty("errorcode").GetInt32());
        Assert.False(response.Responses[1].TryGetProperty("errorcode", out _));
    }

    [Fact]
    public async Task Requests_side_by_side_with_the_same_keys_have_each_accepted_once()
    {
        const int RequestCount = 32;
        const int KeyCount = 200;
        using var host = await SandboxHost.StartAsync();
        string[] recipients = [.. Enumerable.Range(0, KeyCount).Select(i => Bodies.Email($"k{i}"))];

        var responses = await Task.WhenAll(
            Enumerable.Range(0, RequestCount).Select(_ => host.SendEmailsAsync(recipients)));

        var acceptedInResponses = responses.Sum(
            response => response.Responses.Count(item => !item.TryGetProperty("errorcode", out _)));
        var counters = host.Sandbox.Counters;
        Assert.Equal(KeyCount, acceptedInResponses);
        Assert.Equal(KeyCount, counters.EmailAccepted);
        Assert.Equal((RequestCount - 1) * KeyCount, counters.DuplicateKeys);
        Assert.Equal(
            KeyCount,
            host.Sandbox.GetMessages().Where(message => message.Accepted).Select(message => message.MessageKey)
                .Distinct().Count());
    }
}
