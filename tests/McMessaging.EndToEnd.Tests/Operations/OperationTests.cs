using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Operations;

public sealed class OperationTests
{
    public static TheoryData<string, ResponseShape> IdsAndShapes
    {
        get
        {
            var data = new TheoryData<string, ResponseShape>();
            foreach (var id in AllOperations.Ids)
            {
                foreach (var shape in Enum.GetValues<ResponseShape>())
                {
                    data.Add(id, shape);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Ids => [.. AllOperations.Ids];

    [Fact]
    public void There_are_the_22_of_the_description_two_for_triggered_sends_and_the_token_context() => Assert.Equal(
        [
            "createEmailDefinition", "createSmsDefinition",
            "deleteEmailDefinition", "deleteQueuedMessagesForEmailDefinition",
            "deleteQueuedMessagesForSmsDefinition", "deleteSmsDefinition",
            "deliveryRecords",
            "getEmailDefinition", "getEmailDefinitions", "getEmailSendStatusForRecipient",
            "getEmailsNotSentToRecipients",
            "getQueueMetricsForEmailDefinition", "getQueueMetricsForSmsDefinition",
            "getSMSsNotSentToRecipients",
            "getSmsDefinition", "getSmsDefinitions", "getSmsSendStatusForRecipient",
            "messageDefinitionSends",
            "partiallyUpdateEmailDefinition", "partiallyUpdateSmsDefinition",
            "sendEmailToMultipleRecipients", "sendEmailToSingleRecipient",
            "sendSmsToMultipleRecipients", "sendSmsToSingleRecipient",
            "tokenContext",
        ],
        AllOperations.Ids.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(IdsAndShapes))]
    public async Task It_asks_its_route_and_reads_the_response_in_any_spelling(string id, ResponseShape shape)
    {
        var operation = AllOperations.Find(id);
        using var service = await Service.StartPreparedAsync();
        service.Wire.Reshape = JsonShapes.Of(shape);

        Assert.Equal(operation.Expected, await operation.RunAsync(service));
        Assert.Contains(service.Wire.Requests, operation.IsAskedBy);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_member_that_is_missing_from_the_response_is_no_error(string id)
    {
        var operation = AllOperations.Find(id);
        using var service = await Service.StartPreparedAsync();
        await operation.RunAsync(service);
        var response = service.Wire.Responses.Single(pair => operation.IsAskedBy(pair.Key)).Value;
        string? rest = null;
        service.Wire.Intercept = asked => operation.IsAskedBy(asked) ? Wire.Json(200, rest!) : null;

        var missing = new List<string>();
        foreach ((var path, var json) in JsonShapes.WithoutEachMember(response))
        {
            rest = json;
            var error = await Record.ExceptionAsync(() => operation.RunAsync(service));
            var tellsNothing = error is McException { ErrorId: "OutcomeUnknown" } && path == "$.responses";
            Assert.True(error is null || tellsNothing, $"Without {path}: {error}");
            missing.Add(path);
        }

        Assert.NotEmpty(missing);
    }
}
