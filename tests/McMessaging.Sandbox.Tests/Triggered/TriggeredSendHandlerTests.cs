using System.Net;
using System.Text.Json;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Triggered;

public class TriggeredSendHandlerTests
{
    [Theory]
    [InlineData("key:welcome", "welcome")]
    [InlineData("key%3Awelcome", "welcome")]
    [InlineData("key:a%2Fb", "a/b")]
    [InlineData("dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc", "dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc")]
    public async Task A_good_request_is_queued(string path, string definition)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.TriggerAsync(Bodies.Triggered(), path);

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        var id = response.Json.GetProperty("requestId").GetGuid();
        Assert.Equal(
            $$"""{"requestId":"{{id}}","responses":["""
            + $$"""{"recipientSendId":"{{id}}","hasErrors":false,"messages":["Queued"]}]}""",
            response.Text);
        var message = host.Sandbox.GetMessages("triggered", id.ToString()).Single();
        Assert.Equal(definition, message.DefinitionKey);
        Assert.Equal("ada", message.ContactKey);
        Assert.Equal("London", message.Attributes["City"]);
        Assert.Equal(1, host.Sandbox.Counters.TriggeredAccepted);
    }

    [Theory]
    [InlineData("""{"To":{"SubscriberKey":"ada"}}""")]
    [InlineData("""{"To":{"Address":"","SubscriberKey":"ada"}}""")]
    [InlineData("""{"To":{"Address":"nobody","SubscriberKey":"ada"}}""")]
    [InlineData("""{"To":{"Address":7,"SubscriberKey":"ada"}}""")]
    [InlineData("""{"To":"ada@example.com"}""")]
    [InlineData("{}")]
    public async Task A_missing_or_bad_address_is_the_flat_error(string body)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.TriggerAsync(body);

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        Assert.Equal(
            """{"recipientSendId":"","hasErrors":true,"messages":["InvalidOrMissingToAddress"]}""", response.Text);
        var message = host.Sandbox.GetMessages().Single();
        Assert.False(message.Accepted);
        Assert.Equal("InvalidOrMissingToAddress", message.Error);
        Assert.Equal(1, host.Sandbox.Counters.Rejected);
    }

    [Fact]
    public async Task A_synchronous_request_for_an_invalid_subscriber_is_180008()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.TriggerAsync(
            """{"To":{"Address":"ada@example.com"},"Options":{"RequestType":"SYNC"}}""");

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        var id = response.Json.GetProperty("requestId").GetGuid();
        Assert.Equal(
            $$"""{"requestId":"{{id}}","responses":[{"recipientSendId":"{{id}}","hasErrors":true,"messageErrors":["""
            + "{\"messageErrorCode\":180008,\"messageErrorStatus\":"
            + "\"Unable to queue Triggered Send request. There are no valid subscribers.\"}]}]}",
            response.Text);
        Assert.Equal(180008, host.Sandbox.GetMessages().Single().ErrorCode);
    }

    [Theory]
    [InlineData("OPTIONS", "RequestType")]
    [InlineData("options", "requesttype")]
    public async Task The_names_of_members_are_taken_in_any_case(string options, string requestType)
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { RejectRecipient = 1 });

        var response = await host.TriggerAsync($$"""
            {"to":{"ADDRESS":"ada@example.com","subscriberKey":"ada"},"{{options}}":{"{{requestType}}":"sync"} }
            """);

        var error = response.Responses.Single().GetProperty("messageErrors")[0];
        Assert.Equal(180008, error.GetProperty("messageErrorCode").GetInt32());
    }

    [Fact]
    public async Task A_good_synchronous_request_is_queued()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.TriggerAsync(Bodies.Triggered("SYNC"));

        Assert.Equal("Queued", response.Responses.Single().GetProperty("messages")[0].GetString());
    }

    [Theory]
    [InlineData("SYNC")]
    [InlineData("ASYNC")]
    public async Task The_rejectRecipient_fault_refuses_both_kinds(string requestType)
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { RejectRecipient = 1 });

        var response = await host.TriggerAsync(Bodies.Triggered(requestType));

        var refused = requestType == "SYNC" ? response.Responses.Single() : response.Json;
        Assert.True(refused.GetProperty("hasErrors").GetBoolean());
        Assert.Equal(0, host.Sandbox.Counters.TriggeredAccepted);
        Assert.Equal(1, host.Sandbox.Counters.Faults["rejectRecipient"]);
    }

    [Theory]
    [InlineData("not json", 10003)]
    [InlineData("""{"To":{"Address":"a@b.c"},"Options":{"RequestType":"LATER"}}""", 10005)]
    [InlineData("""{"To":{"Address":"a@b.c","ContactAttributes":{"SubscriberAttributes":{"A":[]}}}}""", 10001)]
    public async Task A_wrong_request_is_400(string body, int code)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.TriggerAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(code, response.ErrorCode);
        Assert.Empty(host.Sandbox.GetMessages());
    }

    [Theory]
    [InlineData("key:other", HttpStatusCode.NotFound)]
    [InlineData("key:welcome", HttpStatusCode.Accepted)]
    public async Task A_strict_sandbox_knows_its_definitions_only(string path, HttpStatusCode status)
    {
        using var host = await SandboxHost.StartAsync(strictKeys: ["welcome"]);

        var response = await host.TriggerAsync(Bodies.Triggered(), path);

        Assert.Equal(status, response.Status);
    }

    [Theory]
    [InlineData("welcome")]
    [InlineData("key:")]
    public async Task A_definition_that_is_neither_an_id_nor_a_key_is_404(string path)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.TriggerAsync(Bodies.Triggered(), path);

        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Equal(30003, response.ErrorCode);
    }
}
