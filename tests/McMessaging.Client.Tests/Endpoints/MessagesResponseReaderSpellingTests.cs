using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Endpoints;

/// <summary>The service spells its answers in several ways.</summary>
public sealed class MessagesResponseReaderSpellingTests
{
    [Theory]
    [InlineData("""{"errorcode":0}""", SendOutcome.Accepted, 0)]
    [InlineData("""{"errorcode":"0"}""", SendOutcome.Accepted, 0)]
    [InlineData("""{"errorcode":null,"message":null}""", SendOutcome.Accepted, 0)]
    [InlineData("""{"errorcode":109121}""", SendOutcome.Rejected, 109121)]
    [InlineData("""{"errorcode":"109121"}""", SendOutcome.Rejected, 109121)]
    [InlineData("""{"errorCode":109121}""", SendOutcome.Rejected, 109121)]
    [InlineData("""{"ERRORCODE":109121}""", SendOutcome.Rejected, 109121)]
    [InlineData("""{"errorcode":424242,"message":"MCMS_UTM_Something_New: x"}""", SendOutcome.Rejected, 424242)]
    [InlineData("""{"message":"MCMS_UTM_Validation_InvalidValue_to: no"}""", SendOutcome.Rejected, 109121)]
    [InlineData("""{"message":"Something is wrong"}""", SendOutcome.Unknown, null)]
    [InlineData("""{"message":""}""", SendOutcome.Accepted, 0)]
    [InlineData("""{"errorcode":""}""", SendOutcome.Accepted, 0)]
    [InlineData("""{"errorcode":"many"}""", SendOutcome.Unknown, null)]
    [InlineData("""{"errorcode":{"code":1}}""", SendOutcome.Unknown, null)]
    [InlineData("""{"errorcode":109121,"errorCode":null}""", SendOutcome.Rejected, 109121)]
    [InlineData("""{"errorCode":null,"errorcode":109121}""", SendOutcome.Rejected, 109121)]
    [InlineData("""{"errorcode":109121,"errorCode":109121}""", SendOutcome.Rejected, 109121)]
    [InlineData("""{"errorcode":109121,"errorCode":0}""", SendOutcome.Unknown, null)]
    [InlineData("""{"errorcode":0,"errorCode":109121}""", SendOutcome.Unknown, null)]
    [InlineData("""{"errorcode":0,"errorCode":"many"}""", SendOutcome.Unknown, null)]
    [InlineData("""{"errorcode":0,"message":"MCMS_UTM_Validation_InvalidValue_to: no"}""", SendOutcome.Unknown, null)]
    [InlineData("""{"errorcode":0,"message":"Success"}""", SendOutcome.Accepted, 0)]
    [InlineData(
        """{"message":"MCMS_UTM_Validation_InvalidValue_to: no","message":null}""", SendOutcome.Rejected, 109121)]
    public async Task An_item_is_read_in_each_spelling(string item, SendOutcome outcome, int? code)
    {
        var response = $$"""{"responses":[{"messageKey":"a",{{item[1..]}}]}""";

        var result = Assert.Single((await OneResponse.RunAsync("a", response)).Results);

        Assert.Equal((outcome, code), (result.Outcome, result.ErrorCode));
    }

    [Fact]
    public async Task An_unknown_code_keeps_the_name_that_the_service_gives_it()
    {
        const string Response =
            """{"responses":[{"messageKey":"a","errorcode":424242,"message":"MCMS_UTM_Something_New: x"}]}""";

        var result = Assert.Single((await OneResponse.RunAsync("a", Response)).Results);

        Assert.Equal("Something_New", result.ErrorName);
    }

    [Fact]
    public async Task A_name_ends_where_its_letters_end_so_that_it_never_carries_data()
    {
        const string Response =
            """{"responses":[{"messageKey":"a","errorcode":424242,"message":"MCMS_UTM_Bad a@example.com"}]}""";

        var result = Assert.Single((await OneResponse.RunAsync("a", Response)).Results);

        Assert.Equal("Bad", result.ErrorName);
    }

    [Theory]
    [InlineData("""{"REQUESTID":"r7","ErrorCode":"0","RESPONSES":[{"MESSAGEKEY":"a"}]}""")]
    [InlineData(
        """  {"extra":{"responses":[1]},"requestId":"r7","more":[[]],"responses":[{"x":[{}],"messageKey":"a"}]}  """)]
    public async Task Members_are_found_in_any_case_and_among_others(string response)
    {
        var result = Assert.Single((await OneResponse.RunAsync("a", response)).Results);

        Assert.Equal((SendOutcome.Accepted, "r7"), (result.Outcome, result.RequestId));
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_response_is_no_part_of_it() => Assert.Equal(
        "Accepted Rejected",
        await OneResponse.OutcomesAsync(
            "a b", "\uFEFF" + """{"responses":[{"messageKey":"a"},{"messageKey":"b","errorcode":109121}]}"""));

    [Fact]
    public async Task A_key_with_escapes_is_the_same_key()
    {
        var response = """{"responses":[{"messageKey":"\u0061\u00fc\ud83d\ude00"}]}""";

        Assert.Equal("Accepted", await OneResponse.OutcomesAsync("aü😀", response));
    }

    [Fact]
    public async Task A_key_of_digits_may_come_back_as_a_number() =>
        Assert.Equal("Accepted", await OneResponse.OutcomesAsync("123", """{"responses":[{"messageKey":123}]}"""));

    [Theory]
    [InlineData("""{"requestId":"r","message":"\ud83d","responses":[{"messageKey":"a"}]}""")]
    [InlineData("""{"requestId":"r","responses":[{"messageKey":"\ud83d"}]}""")]
    [InlineData("""{"requestId":"r","\ud83d":1,"responses":[{"messageKey":"a"}]}""")]
    [InlineData("""{"requestId":"r","responses":[{"messageKey":"a"}]} trailing""")]
    public async Task A_text_that_is_no_text_makes_the_response_unreadable(string response)
    {
        var result = Assert.Single((await OneResponse.RunAsync("a", response)).Results);

        Assert.Equal((SendOutcome.Unknown, "UnreadableAnswer", 7), (result.Outcome, result.ErrorName, result.Attempts));
    }

    [Theory]
    [InlineData("""{"message":"\ud83d","errorcode":20000}""")]
    [InlineData("""{"\ud83d":1,"errorcode":20000}""")]
    public async Task A_text_that_is_no_text_does_not_hide_a_refusal(string response)
    {
        var result = Assert.Single((await OneResponse.RunAsync("a", response, 403)).Results);

        Assert.Equal((SendOutcome.Failed, 20000, 403), (result.Outcome, result.ErrorCode, result.HttpStatus));
    }
}
