using System.Net;
using System.Text.Json;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Triggered;

public class DeliveryRecordsHandlerTests
{
    [Theory]
    [InlineData("key:welcome")]
    [InlineData("dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc")]
    public async Task A_triggered_send_is_queued_then_sent(string definition)
    {
        using var host = await SandboxHost.StartAsync();
        var sendId = await TriggerAsync(host, Bodies.Triggered(), definition);

        var queued = await GetAsync(host, sendId, definition);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var sent = await GetAsync(host, sendId, definition);

        Assert.Equal(["id", "messageId", "status"], Members(queued.Json));
        Assert.Equal("Queued", StatusOf(queued));
        Assert.Equal(["deliveryTime", "id", "messageId", "status", "to"], Members(sent.Json));
        Assert.Equal("Sent", StatusOf(sent));
        Assert.Equal(sendId, sent.Json.GetProperty("messageId").GetString());
        Assert.Equal("2026-03-01T06:00:01", sent.Json.GetProperty("deliveryTime").GetString());
        var to = sent.Json.GetProperty("to");
        Assert.Equal("ada@example.com", to.GetProperty("address").GetString());
        Assert.Equal("ada", to.GetProperty("key").GetString());
        Assert.True(to.GetProperty("id").GetInt32() > 0);
    }

    [Theory]
    [InlineData("""{"To":{"Address":"notsent@example.com","SubscriberKey":"ada"}}""", "ListDetectiveExclusion")]
    [InlineData("""{"To":{"Address":"ada@example.com"}}""", "The subscriber key and subscriber ID are missing")]
    public async Task An_asynchronous_failure_shows_up_later(string body, string error)
    {
        using var host = await SandboxHost.StartAsync();
        var sendId = await TriggerAsync(host, body, "key:welcome");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var response = await GetAsync(host, sendId, "key:welcome");

        Assert.Equal(["id", "messageId", "status", "to", "messageErrors"], Members(response.Json));
        Assert.Equal("Error", StatusOf(response));
        Assert.Equal("""{"address":"","id":0,"key":""}""", response.Json.GetProperty("to").GetRawText());
        Assert.Equal(
            error, response.Json.GetProperty("messageErrors")[0].GetProperty("messageErrorStatus").GetString());
    }

    [Fact]
    public async Task A_synchronous_failure_has_a_record_too()
    {
        using var host = await SandboxHost.StartAsync();
        var sendId = await TriggerAsync(
            host, """{"To":{"Address":"ada@example.com"},"Options":{"RequestType":"SYNC"}}""", "key:welcome");

        var response = await GetAsync(host, sendId, "key:welcome");

        Assert.Equal("Error", StatusOf(response));
    }

    [Fact]
    public async Task A_send_of_another_definition_or_an_unknown_one_is_404()
    {
        using var host = await SandboxHost.StartAsync();
        var sendId = await TriggerAsync(host, Bodies.Triggered(), "key:welcome");

        var otherDefinition = await GetAsync(host, sendId, "key:other");
        var unknownSend = await GetAsync(host, Guid.NewGuid().ToString(), "key:welcome");

        Assert.Equal(HttpStatusCode.NotFound, otherDefinition.Status);
        Assert.Equal(HttpStatusCode.NotFound, unknownSend.Status);
        Assert.Equal(30003, unknownSend.ErrorCode);
    }

    private static async Task<string> TriggerAsync(SandboxHost host, string body, string definition)
    {
        var response = await host.TriggerAsync(body, definition);
        return response.Responses.Single().GetProperty("recipientSendId").GetString()!;
    }

    private static Task<Response> GetAsync(SandboxHost host, string sendId, string definition) =>
        host.GetAsync($"messaging/v1/messageDefinitionSends/{definition}/deliveryRecords/{sendId}");

    private static string StatusOf(Response response) => response.Json.GetProperty("status").GetString()!;

    private static IEnumerable<string> Members(JsonElement json) =>
        json.EnumerateObject().Select(member => member.Name);
}
