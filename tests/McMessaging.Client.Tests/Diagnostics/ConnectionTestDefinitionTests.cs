using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Diagnostics;

public sealed class ConnectionTestDefinitionTests
{
    [Fact]
    public async Task A_definition_that_is_active_can_be_sent_with()
    {
        var service = Responding(_ => FakeResponse.Json(200, """{"definitionKey":"welcome","status":"Active"}"""));

        var result = await TestAsync(service);

        Assert.True(result.Success);
        Assert.True(result.DefinitionUsable);
        Assert.Equal(
            (MessageChannel.Sms, "welcome", DefinitionStatus.Active),
            (result.Channel, result.DefinitionKey, result.DefinitionStatus));
        Assert.Equal("/messaging/v1/sms/definitions/welcome", service.Paths[^1]);
    }

    [Theory]
    [InlineData("inactive", true, "Activate it: Set-McSendDefinition Sms welcome -Status Active.")]
    [InlineData("New", false, "Activate it: Set-McSendDefinition Sms welcome -Status Active.")]
    [InlineData("Deleted", false, "Give the key of another one; what is deleted sends no more.")]
    [InlineData("archived", false, "Give the key of one that is active.")]
    public async Task One_that_is_not_active_cannot_and_its_status_and_the_way_out_are_told(
        string status, bool queues, string action)
    {
        var result = await TestAsync(Responding(
            _ => FakeResponse.Json(200, $$"""{"definitionKey":"welcome","status":"{{status}}"}""")));

        Assert.False(result.Success);
        Assert.False(result.DefinitionUsable);
        Assert.Equal("DefinitionNotActive", result.ErrorId);
        Assert.Contains(status, result.ErrorMessage, StringComparison.Ordinal);
        Assert.EndsWith(".", result.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(queues, result.ErrorMessage!.Contains("three days", StringComparison.Ordinal));
        Assert.Equal(action, result.RecommendedAction);
    }

    [Fact]
    public async Task One_that_is_not_there_cannot()
    {
        var result = await TestAsync(Responding(_ => Faults.Error(404, 30003, "no")));

        Assert.False(result.Success);
        Assert.False(result.DefinitionUsable);
        Assert.Equal("NotFound", result.ErrorId);
        Assert.True(result.TokenValid);
    }

    [Theory]
    [InlineData(403, 20002, "PermissionDenied")]
    [InlineData(503, 50300, "ServiceUnavailable")]
    public async Task Where_it_cannot_be_found_out_that_is_said_after_one_question(
        int status, int code, string errorId)
    {
        var service = Responding(_ => Faults.Error(status, code, "no"));

        var result = await TestAsync(service);

        Assert.False(result.Success);
        Assert.Null(result.DefinitionUsable);
        Assert.Equal(errorId, result.ErrorId);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_does_not_work_is_asked_no_further()
    {
        var service = new FakeService(_ => Faults.Error(503, 50300, "no"));

        var result = await TestAsync(service);

        Assert.False(result.Success);
        Assert.Null(result.DefinitionUsable);
        Assert.Single(service.Requests);
    }

    private static FakeService Responding(Func<FakeRequest, HttpResponseMessage> definition) => new(request =>
        request.Path.Contains("tokenContext", StringComparison.Ordinal)
            ? FakeResponse.Json(200, "{}")
            : definition(request));

    private static async Task<ConnectionTestResult> TestAsync(FakeService service)
    {
        using var connection = await service.ConnectAsync();
        return await ConnectionTest.RunAsync(
            connection, MessageChannel.Sms, "welcome", null, CancellationToken.None);
    }
}
