using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Endpoints;

public sealed class TriggeredResponseReaderTests
{
    [Fact]
    public async Task The_documented_queued_response_is_accepted_with_its_send_id()
    {
        (var result, var host) = await RunAsync(202, Example.Read("triggered-queued"));

        Assert.Equal(SendOutcome.Accepted, result.Outcome);
        Assert.Equal(0, result.ErrorCode);
        Assert.Equal("e2ddb203-ea53-4843-b2d4-9f8c0c862913", result.RecipientSendId);
        Assert.Equal("e2ddb203-ea53-4843-b2d4-9f8c0c862913", result.RequestId);
        Assert.Equal("external_key", result.DefinitionKey);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task The_documented_synchronous_error_is_rejected_with_its_code()
    {
        (var result, var host) = await RunAsync(202, Example.Read("triggered-sync-error"));

        Assert.Equal(SendOutcome.Rejected, result.Outcome);
        Assert.Equal(180008, result.ErrorCode);
        Assert.Equal("NoValidSubscribers", result.ErrorName);
        Assert.Equal("Unable to queue Triggered Send request. There are no valid subscribers.", result.Message);
        Assert.Equal("21977680-17e1-469d-9162-bd3f20149cbb", result.RecipientSendId);
        Assert.Equal("RecipientsRejected", Assert.Single(host.Errors).Error.ErrorId);
    }

    [Fact]
    public async Task The_documented_flat_error_is_rejected_with_its_name()
    {
        (var result, _) = await RunAsync(202, Example.Read("triggered-flat-error"));

        Assert.Equal(SendOutcome.Rejected, result.Outcome);
        Assert.Null(result.ErrorCode);
        Assert.Equal("InvalidOrMissingToAddress", result.ErrorName);
        Assert.Null(result.RecipientSendId);
        Assert.Equal(202, result.HttpStatus);
    }

    [Theory]
    [InlineData(400, """{"message":"Bad","errorcode":10000}""", SendOutcome.Failed, 1)]
    [InlineData(400, """{"hasErrors":true,"messages":["InvalidOrMissingToAddress"]}""", SendOutcome.Rejected, 1)]
    [InlineData(403, """{"message":"Insufficient","errorcode":20000}""", SendOutcome.Failed, 1)]
    [InlineData(500, """{"message":"Internal","errorcode":0}""", SendOutcome.Unknown, 1)]
    [InlineData(202, "<html>", SendOutcome.Unknown, 1)]
    [InlineData(202, "", SendOutcome.Unknown, 1)]
    [InlineData(202, "{}", SendOutcome.Unknown, 1)]
    public async Task Other_responses_are_told_as_they_are(int status, string body, SendOutcome outcome, int attempts)
    {
        (var result, _) = await RunAsync(status, body);

        Assert.Equal((outcome, status, attempts), (result.Outcome, result.HttpStatus, result.Attempts));
    }

    [Theory]
    [InlineData("""{"responses":[]}""")]
    [InlineData("""{"responses":["Queued"]}""")]
    [InlineData("""{"responses":[{}]}""")]
    [InlineData(
        """{"responses":[{"hasErrors":false,"recipientSendId":"a"},{"hasErrors":true,"recipientSendId":"b"}]}""")]
    public async Task A_response_for_another_number_of_recipients_leaves_the_outcome_unknown(string body)
    {
        (var result, _) = await RunAsync(202, body);

        Assert.Equal((SendOutcome.Unknown, "AnswerDoesNotFit"), (result.Outcome, result.ErrorName));
    }

    [Theory]
    [InlineData(
        """{"RESPONSES":[{"RecipientSendID":"x","HasErrors":"FALSE","Messages":["Queued"]}]}""", SendOutcome.Accepted)]
    [InlineData("""{"responses":[{"recipientSendId":"x","messages":["Queued"]}]}""", SendOutcome.Accepted)]
    [InlineData("""{"recipientSendId":"x","hasErrors":false,"messages":["Queued"]}""", SendOutcome.Accepted)]
    [InlineData(
        """{"responses":[{"hasErrors":true,"messageErrors":[{"messageErrorCode":"180008"}]}]}""", SendOutcome.Rejected)]
    [InlineData(
        """{"responses":[{"hasErrors":false,"messageErrors":[{"messageErrorCode":18000}]}]}""", SendOutcome.Unknown)]
    public async Task Spelling_and_shape_may_vary(string body, SendOutcome outcome)
    {
        (var result, _) = await RunAsync(202, body);

        Assert.Equal(outcome, result.Outcome);
    }

    private static async Task<(TriggeredResult Result, RecordingHost Host)> RunAsync(int status, string body)
    {
        var service = FakeService.Always(body, status);
        var host = await Sends.RunAsync(service, Sends.Triggered(), Sends.People(1));
        return (Assert.IsType<TriggeredResult>(Assert.Single(host.Results)), host);
    }

    [Theory]
    [InlineData("""{"recipientSendId":"s","hasErrors":1,"messages":["InvalidOrMissingToAddress"]}""", "Rejected")]
    [InlineData("""{"recipientSendId":"s","hasErrors":1,"messages":["Queued"]}""", "Unknown")]
    [InlineData("""{"hasErrors":true,"messages":["Queued"],"messageErrors":[{"messageErrorCode":1}]}""", "Rejected")]
    [InlineData("""{"recipientSendId":"s","hasErrors":true}""", "Rejected")]
    [InlineData("""{"recipientSendId":"s","hasErrors":"yes","messages":["Queued"]}""", "Unknown")]
    [InlineData("""{"recipientSendId":"s","hasErrors":"yes"}""", "Unknown")]
    [InlineData("""{"recipientSendId":"s","messages":["InvalidOrMissingToAddress"]}""", "Unknown")]
    [InlineData("""{"recipientSendId":"","messages":["InvalidOrMissingToAddress"]}""", "Rejected")]
    [InlineData("""{"recipientSendId":"s","messages":["Queued"]}""", "Accepted")]
    [InlineData("""{"recipientSendId":"s","hasErrors":0,"messages":["Queued"]}""", "Accepted")]
    [InlineData("""{"recipientSendId":"s","hasErrors":false,"messages":["InvalidOrMissingToAddress"]}""", "Unknown")]
    [InlineData("""{"recipientSendId":"","hasErrors":"false","messages":["InvalidOrMissingToAddress"]}""", "Unknown")]
    [InlineData("""{"recipientSendId":"s","hasErrors":0,"messages":["InvalidOrMissingToAddress"]}""", "Unknown")]
    [InlineData("""{"recipientSendId":"s","hasErrors":false,"messages":[]}""", "Accepted")]
    public async Task Success_takes_a_flag_that_says_so_or_the_word_for_it(string item, string outcome)
    {
        var service = FakeService.Always($$"""{"requestId":"r","responses":[{{item}}]}""", 202);

        var host = await Sends.RunAsync(service, Sends.Triggered(), Sends.People(1));

        Assert.Equal(outcome, Assert.Single(host.Results).Outcome.ToString());
    }

    [Theory]
    [InlineData("""{"errorcode":4294967296,"recipientSendId":"s","hasErrors":true,"messages":["X"]}""", null)]
    [InlineData("""{"recipientSendId":"s","hasErrors":true,"messageErrors":[{"messageErrorCode":4295147304}]}""", null)]
    [InlineData("""{"recipientSendId":"s","hasErrors":true,"messageErrors":[{"messageErrorCode":180008}]}""", 180008)]
    [InlineData("""{"recipientSendId":"s","hasErrors":true,"messageErrors":[{"messageErrorCode":0}]}""", null)]
    public async Task A_code_beyond_32_bits_is_no_code_rather_than_another_and_0_is_none(string response, int? code)
    {
        var host = await Sends.RunAsync(FakeService.Always(response, 202), Sends.Triggered(), Sends.People(1));

        var result = Assert.Single(host.Results);
        Assert.Equal((SendOutcome.Rejected, code), (result.Outcome, result.ErrorCode));
    }
}
