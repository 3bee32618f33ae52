using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Endpoints;

public sealed class MessagesResponseReaderTests
{
    public static TheoryData<MessageChannel> Channels => [MessageChannel.Email, MessageChannel.Sms];

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task In_the_documented_response_all_are_accepted(MessageChannel channel)
    {
        var host = await RunAsync(
            channel, 202, Example.Read("messages-accepted"), "nFL4ULgheUeaGbPIMzJJSw", "GV1LhQ6NFkqFUAE1IsoQ9Q");

        Assert.Equal(
            ["nFL4ULgheUeaGbPIMzJJSw", "GV1LhQ6NFkqFUAE1IsoQ9Q"], host.Results.Select(result => result.MessageKey));
        Assert.All(host.Results, result =>
        {
            Assert.Equal(SendOutcome.Accepted, result.Outcome);
            Assert.Equal(0, result.ErrorCode);
            Assert.Null(result.ErrorName);
            Assert.Null(result.Message);
            Assert.Equal("ccdb94bf-fcac-4fef-b194-08f534a2079a", result.RequestId);
            Assert.Equal(202, result.HttpStatus);
            Assert.Equal(1, result.Attempts);
            Assert.Equal(channel, result.Channel);
        });
        Assert.Empty(host.Errors);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task In_the_documented_mixed_response_one_is_rejected_and_one_accepted(MessageChannel channel)
    {
        var host = await RunAsync(
            channel, 202, Example.Read("messages-mixed"), "gHQ3VLsfCEOuAC2sl-CV1Q", "oixAQE_zFUyr8bT8sJncdw");

        var rejected = host.Results[0];
        Assert.Equal(SendOutcome.Rejected, rejected.Outcome);
        Assert.Equal(109106, rejected.ErrorCode);
        Assert.Equal("Validation_MissingRequiredField_to", rejected.ErrorName);
        Assert.Equal("MCMS_UTM_Validation_MissingRequiredField_to: Invalid subscriber", rejected.Message);
        Assert.Equal(SendOutcome.Accepted, host.Results[1].Outcome);
        (var error, var target) = Assert.Single(host.Errors);
        Assert.Equal("RecipientsRejected", error.ErrorId);
        Assert.Equal(109001, error.ErrorCode);
        Assert.Equal("c261d918-e99e-460c-94dc-3bbfda154c88", error.RequestId);
        Assert.Same(rejected, Assert.Single(target));
        Assert.Equal(["results", "error"], host.Order);
    }

    [Theory]
    [InlineData(400, 109101, SendOutcome.Failed)]
    [InlineData(400, 109103, SendOutcome.Rejected)]
    [InlineData(400, 109122, SendOutcome.Failed)]
    [InlineData(403, 20000, SendOutcome.Failed)]
    public async Task A_refusal_of_the_whole_request_is_told_for_each_recipient(
        int status, int code, SendOutcome outcome)
    {
        var host = await RunAsync(
            MessageChannel.Email, status,
            $$"""{"message":"No.","errorcode":{{code}},"documentation":"https://example.com"}""", "k1", "k2");

        Assert.Equal(2, host.Results.Count);
        Assert.All(host.Results, result =>
        {
            Assert.Equal((outcome, code, status), (result.Outcome, result.ErrorCode, result.HttpStatus));
            Assert.Equal(1, result.Attempts);
            Assert.Contains("No.", result.Message, StringComparison.Ordinal);
        });
        Assert.Single(host.Errors);
    }

    [Theory]
    [InlineData(500, """{"message":"Internal error","errorcode":0}""", "Internal error")]
    [InlineData(502, "<html><body>Bad gateway</body></html>", "<html><body>Bad gateway</body></html>")]
    [InlineData(200, "<!DOCTYPE html>\r\n<p>Maintenance", "<!DOCTYPE html> <p>Maintenance")]
    [InlineData(202, "", "(an empty body)")]
    [InlineData(202, "[]", "[]")]
    [InlineData(
        202, """{"requestId":"r","errorcode":0,"responses":[{""", """{"requestId":"r","errorcode":0,"responses":[{""")]
    public async Task A_response_that_tells_nothing_is_retried_and_stays_unknown(int status, string body, string quoted)
    {
        var host = await RunAsync(MessageChannel.Email, status, body, "k1", "k2");

        Assert.All(host.Results, result =>
        {
            Assert.Equal(
                (SendOutcome.Unknown, (int?)null, status), (result.Outcome, result.ErrorCode, result.HttpStatus));
            Assert.Equal(7, result.Attempts);
            Assert.EndsWith(quoted, result.Message, StringComparison.Ordinal);
        });
        Assert.Equal("OutcomeUnknown", Assert.Single(host.Errors).Error.ErrorId);
    }

    private static Task<RecordingHost> RunAsync(
        MessageChannel channel, int status, string body, params string[] keys) =>
        Sends.RunAsync(
            FakeService.Always(body, status),
            new SendOptions { Channel = channel, DefinitionKey = "d" },
            keys.Select(key => new Recipient { ContactKey = "c-" + key, To = "to@example.com", MessageKey = key }));
}
