using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Endpoints;

/// <summary>Answers whose items do not fit the recipients: nobody gets another's outcome.</summary>
public sealed class ResponseMatcherTests
{
    private const string No = "\"errorcode\":109106,\"message\":\"MCMS_UTM_Validation_MissingRequiredField_to: x\"";

    [Fact]
    public async Task Items_in_another_order_are_found_by_key() => Assert.Equal(
        "Accepted Rejected Accepted",
        await OneResponse.OutcomesAsync(
            "a b c", Items("""{"messageKey":"c"}""", $$"""{"messageKey":"b",{{No}}}""", """{"messageKey":"a"}""")));

    [Fact]
    public async Task Who_is_missing_in_the_response_stays_unknown() => Assert.Equal(
        "Unknown Accepted Unknown", await OneResponse.OutcomesAsync("a b c", Items("""{"messageKey":"b"}""")));

    [Fact]
    public async Task Items_too_many_are_dropped() => Assert.Equal(
        "Accepted Rejected",
        await OneResponse.OutcomesAsync(
            "a b", Items("""{"messageKey":"x"}""", """{"messageKey":"a"}""", $$"""{"messageKey":"b",{{No}}}""", "{}")));

    [Fact]
    public async Task An_unknown_key_belongs_to_nobody() => Assert.Equal(
        "Accepted Unknown Accepted",
        await OneResponse.OutcomesAsync(
            "a b c", Items("""{"messageKey":"a"}""", """{"messageKey":"B"}""", """{"messageKey":"c"}""")));

    [Fact]
    public async Task Without_keys_the_position_counts_where_the_numbers_are_equal() => Assert.Equal(
        "Accepted Rejected Accepted", await OneResponse.OutcomesAsync("a b c", Items("{}", $$"""{{{No}}}""", "{}")));

    [Fact]
    public async Task A_missing_key_between_fitting_ones_is_placed_by_position() => Assert.Equal(
        "Accepted Rejected Accepted",
        await OneResponse.OutcomesAsync(
            "a b c", Items("""{"messageKey":"a"}""", $$"""{{{No}}}""", """{"messageKey":"c"}""")));

    [Fact]
    public async Task A_missing_key_among_reordered_ones_belongs_to_nobody() => Assert.Equal(
        "Accepted Unknown Accepted",
        await OneResponse.OutcomesAsync(
            "a b c", Items("""{"messageKey":"c"}""", $$"""{{{No}}}""", """{"messageKey":"a"}""")));

    [Fact]
    public async Task Without_keys_and_with_another_number_nobody_is_known() =>
        Assert.Equal("Unknown Unknown Unknown", await OneResponse.OutcomesAsync("a b c", Items("{}", "{}")));

    [Fact]
    public async Task Items_that_contradict_each_other_decide_nothing() => Assert.Equal(
        "Unknown Accepted",
        await OneResponse.OutcomesAsync(
            "a b", Items("""{"messageKey":"a"}""", $$"""{"messageKey":"a",{{No}}}""", """{"messageKey":"b"}""")));

    [Fact]
    public async Task A_third_item_does_not_settle_a_contradiction() => Assert.Equal(
        "Unknown Accepted",
        await OneResponse.OutcomesAsync(
            "a b",
            Items(
                """{"messageKey":"a"}""", $$"""{"messageKey":"a",{{No}}}""", """{"messageKey":"a"}""",
                """{"messageKey":"b"}""")));

    [Fact]
    public async Task Items_that_say_the_same_twice_count_once() => Assert.Equal(
        "Accepted Rejected",
        await OneResponse.OutcomesAsync(
            "a b", Items("""{"messageKey":"a"}""", """{"messageKey":"a"}""", $$"""{"messageKey":"b",{{No}}}""")));

    [Fact]
    public async Task An_item_that_is_no_object_tells_nothing_of_its_place() => Assert.Equal(
        "Accepted Unknown Accepted",
        await OneResponse.OutcomesAsync("a b c", Items("""{"messageKey":"a"}""", "17", """{"messageKey":"c"}""")));

    [Theory]
    [InlineData("""{"requestId":"r","errorcode":0}""")]
    [InlineData("""{"requestId":"r","errorcode":0,"responses":[]}""")]
    [InlineData("""{"requestId":"r","errorcode":0,"responses":{"messageKey":"a"}}""")]
    public async Task Success_without_items_is_no_success_of_anybody(string response)
    {
        var host = await OneResponse.RunAsync("a b", response);

        Assert.All(host.Results, result =>
            Assert.Equal((SendOutcome.Unknown, "AnswerDoesNotFit"), (result.Outcome, result.ErrorName)));
        Assert.Equal("OutcomeUnknown", Assert.Single(host.Errors).Error.ErrorId);
    }

    private static string Items(params string[] items) =>
        $$"""{"requestId":"r","errorcode":0,"responses":[{{string.Join(',', items)}}]}""";
}
