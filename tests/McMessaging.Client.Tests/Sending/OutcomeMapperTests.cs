using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Answers that speak of the whole request, with any status.</summary>
public sealed class OutcomeMapperTests
{
    [Theory]
    [InlineData(202, """{"errorcode":109111,"message":"MCMS_UTM_Validation_InvalidValue_definitionKey: x"}""", 109111)]
    [InlineData(202, """{"errorcode":"109111","responses":[]}""", 109111)]
    [InlineData(400, """{"errorcode":109111,"message":"x"}""", 109111)]
    [InlineData(400, """{"errorcode":109107,"message":"x"}""", 109107)]
    [InlineData(
        404, """{"errorcode":30003,"message":"FuelRuntime_ObjectNotFound: Unable to find Definition d"}""", 30003)]
    public async Task A_definition_that_cannot_be_used_ends_the_run_after_the_results(
        int status, string response, int code)
    {
        var host = new RecordingHost();
        var service = FakeService.Always(response, status);

        var error = await Assert.ThrowsAsync<McException>(() => Sends.RunAsync(
            service, Sends.Email() with { ThrottleLimit = 1, BatchSize = 2 }, Sends.People(80), host,
            new VirtualTime()));

        Assert.Equal(("DefinitionNotUsable", code, status), (error.ErrorId, error.ErrorCode, error.HttpStatus));
        var sent = host.Results.Where(result => result.Attempts > 0).ToArray();
        Assert.Equal(
            service.Bodies.SelectMany(FakeResponse.KeysOf).Order(), sent.Select(result => result.MessageKey).Order());
        Assert.InRange(sent.Length, 2, 78);
        Assert.All(sent, result => Assert.Equal((SendOutcome.Failed, code), (result.Outcome, result.ErrorCode)));
        Assert.All(host.Results.Except(sent), result => Assert.Equal(SendOutcome.Cancelled, result.Outcome));
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task A_400_with_items_is_told_item_by_item()
    {
        const string Response = """
            {"requestId":"r","errorcode":109103,"message":"MCMS_UTM_Validation_NoValidSubscribers: none","responses":[
              {"messageKey":"a","errorcode":109106,"message":"MCMS_UTM_Validation_MissingRequiredField_to: x"},
              {"messageKey":"b","errorcode":109121,"message":"MCMS_UTM_Validation_InvalidValue_to: x"}]}
            """;

        var host = await OneResponse.RunAsync("a b", Response, 400);

        Assert.Equal([109106, 109121], host.Results.Select(result => result.ErrorCode));
        Assert.All(
            host.Results, result => Assert.Equal((SendOutcome.Rejected, 400), (result.Outcome, result.HttpStatus)));
    }

    [Fact]
    public async Task In_a_400_nobody_is_accepted_even_without_a_code_of_his_own()
    {
        const string Response =
            """{"errorcode":10000,"responses":[{"messageKey":"a"},{"messageKey":"b","errorcode":109106}]}""";

        Assert.Equal("Unknown Rejected", await OneResponse.OutcomesAsync("a b", Response, 400));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(415)]
    [InlineData(596)]
    public async Task Items_in_other_refusals_are_not_believed(int status)
    {
        var service = FakeService.Always("""{"errorcode":20000,"responses":[{"messageKey":"a"}]}""", status);
        var host = new RecordingHost();

        await Record.ExceptionAsync(() => Sends.RunAsync(
            service, Sends.Email(), [new Recipient { ContactKey = "c", MessageKey = "a" }], host, new VirtualTime()));

        var result = Assert.Single(host.Results);
        Assert.Equal((SendOutcome.Failed, 20000), (result.Outcome, result.ErrorCode));
    }

    [Fact]
    public async Task A_duplicate_key_that_blames_the_whole_first_request_is_a_rejection_and_asked_for_once()
    {
        var service = FakeService.Always("""{"message":"x","errorcode":109110}""", 400);

        var host = await Sends.RunAsync(service, Sends.Email(), [new Recipient { ContactKey = "c", MessageKey = "a" }]);

        Assert.Equal(SendOutcome.Rejected, Assert.Single(host.Results).Outcome);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Of_one_recipient_of_a_refused_request_the_code_of_the_request_counts() => Assert.Equal(
        "Rejected",
        await OneResponse.OutcomesAsync("a", """{"errorcode":109106,"responses":[{"messageKey":"a"}]}""", 400));

    [Theory]
    [InlineData("a", """{"errorcode":109106,"responses":[{"messageKey":"a"}]}""", "Unknown")]
    [InlineData(
        "a b", """{"errorcode":109001,"responses":[{"messageKey":"a"},{"messageKey":"b"}]}""", "Unknown Unknown")]
    [InlineData("a b", """{"errorcode":"30000","responses":[{},{"errorcode":0}]}""", "Unknown Unknown")]
    [InlineData("a b", """{"errorcode":109001,"responses":[{"messageKey":"a"}]}""", "Unknown Unknown")]
    [InlineData("a b", """{"errorcode":109001,"responses":[{},null]}""", "Unknown Unknown")]
    [InlineData("a", """{"errorcode":"","responses":[{}]}""", "Accepted")]
    [InlineData("a", """{"errorcode":"many","responses":[{}]}""", "Unknown")]
    [InlineData("a", """{"errorcode":109001.0,"responses":[{}]}""", "Unknown")]
    [InlineData("a", """{"errorcode":99999999999,"responses":[{}]}""", "Unknown")]
    [InlineData("a", """{"errorcode":0,"errorCode":109001,"responses":[{}]}""", "Unknown")]
    [InlineData(
        "a", """{"errorcode":null,"message":"MCMS_UTM_ResponsesHasErrors: 1 of 1","responses":[{}]}""", "Unknown")]
    [InlineData("a", """{"message":"MCMS_UTM_New: 1 of 1","responses":[{}]}""", "Unknown")]
    [InlineData("a", """{"errorcode":null,"message":"Success","responses":[{}]}""", "Accepted")]
    [InlineData(
        "a b", """{"errorcode":109001,"responses":[{"messageKey":"a"},{"messageKey":"b","errorcode":109106}]}""",
        "Accepted Rejected")]
    public async Task Where_some_were_refused_and_the_response_names_none_of_them_nobody_counts_as_accepted(
        string keys, string response, string outcomes) =>
        Assert.Equal(outcomes, await OneResponse.OutcomesAsync(keys, response));

    [Theory]
    [InlineData(202, "No mail to b@example.com.", "HTTP 202")]
    [InlineData(202, "No mail today.", "No mail today.")]
    public async Task Words_that_refuse_a_whole_request_do_not_carry_a_piece_of_it_into_everybodys_result(
        int status, string words, string shown)
    {
        var host = await OneResponse.RunAsync(
            "a b", $$"""{"errorcode":109121,"message":"{{words}}"}""", status);

        Assert.Equal([shown, shown], host.Results.Select(result => result.Message));
        Assert.All(host.Results, result => Assert.Equal("Validation_InvalidValue_to", result.ErrorName));
    }

    [Fact]
    public async Task Who_was_refused_without_being_named_is_told_by_the_next_response()
    {
        var service = new FakeService(request => FakeResponse.Json(202, request.Number == 1
            ? """{"errorcode":109001,"responses":[{"messageKey":"a"},{"messageKey":"b"}]}"""
            : """
              {"errorcode":109001,"responses":[
                {"messageKey":"a","errorcode":109110},{"messageKey":"b","errorcode":109106}]}
              """));

        var host = await Sends.RunAsync(service, Sends.Email(), [Person("a"), Person("b")]);

        Assert.Equal(
            [SendOutcome.AlreadyAccepted, SendOutcome.Rejected], host.Results.Select(result => result.Outcome));

        static Recipient Person(string key) => new() { ContactKey = "contact-" + key, MessageKey = key };
    }

    [Theory]
    [InlineData("0", SendOutcome.Accepted)]
    [InlineData("null", SendOutcome.Accepted)]
    [InlineData("\"\"", SendOutcome.Accepted)]
    [InlineData("30000", SendOutcome.Unknown)]
    [InlineData("\"many\"", SendOutcome.Unknown)]
    [InlineData("99999999999", SendOutcome.Unknown)]
    [InlineData("0,\"message\":\"MCMS_UTM_ResponsesHasErrors: 1 of 1\"", SendOutcome.Unknown)]
    public async Task A_triggered_send_that_was_refused_and_queued_does_not_count_as_accepted(
        string code, SendOutcome outcome)
    {
        var service = FakeService.Always(
            $$"""
            {"errorcode":{{code}},"responses":[{"recipientSendId":"s","hasErrors":false,"messages":["Queued"]}]}
            """,
            202);

        var host = await Sends.RunAsync(service, Sends.Triggered(), Sends.People(1));

        Assert.Equal(outcome, Assert.Single(host.Results).Outcome);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(300, "MultipleChoices")]
    [InlineData(302, "Found")]
    [InlineData(415, "UnsupportedMediaType")]
    [InlineData(596, "Http596")]
    public async Task A_status_without_an_error_code_gives_the_error_its_name(int status, string name)
    {
        var result = Assert.Single((await OneResponse.RunAsync("a", "<h1>no</h1>", status)).Results);

        Assert.Equal(
            (SendOutcome.Failed, null, name, status),
            (result.Outcome, result.ErrorCode, result.ErrorName, result.HttpStatus));
        Assert.Contains($"HTTP {status}: <h1>no</h1>", result.Message, StringComparison.Ordinal);
    }
}
