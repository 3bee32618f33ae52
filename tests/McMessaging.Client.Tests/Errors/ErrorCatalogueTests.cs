
namespace McMessaging.Client.Tests.Errors;

public sealed class ErrorCatalogueTests
{
    [Fact]
    public void Every_documented_response_code_is_there()
    {
        int[] codes =
        [
            10000, 10001, 10002, 10003, 10005, 30000, 30001, 30003, 30004, 40000, 40001, 109001, 109101, 109102, 109103,
            109104, 109105, 109106, 109107, 109108, 109109, 109110, 109111, 109112, 109113, 109114, 109115, 109116,
            109120, 109121, 109122, 109123, 109124, 109125,
        ];

        Assert.Equal(codes, CodesOf(ErrorLevel.Response));
    }

    [Fact]
    public void Every_documented_general_code_is_there() => Assert.Equal(
        [0, 10004, 10006, 20000, 20001, 20002, 30002, 40002, 40003, 40004, 50100, 50200, 50300],
        CodesOf(ErrorLevel.Rest));

    [Fact]
    public void Every_documented_subscriber_code_is_there() => Assert.Equal(
        [.. Enumerable.Range(1, 43), .. Enumerable.Range(100, 42), 1000, 1010, 1020, 1030, 1040],
        CodesOf(ErrorLevel.Subscriber));

    [Fact]
    public void Every_documented_sms_code_is_there() => Assert.Equal(
        [
            1000, 1500, 1501, 2000, 2500, 2501, 2502, 2600, 2601, 3000, 3001, 3002, 3400, 4000, 4500, 4501, 4502, 4503,
            4504, 4505,
        ],
        CodesOf(ErrorLevel.SmsDelivery));

    [Fact]
    public void Every_documented_triggered_send_code_is_there()
    {
        int[] codes =
        [
            .. Enumerable.Range(17000, 6), .. Enumerable.Range(17010, 16), .. Enumerable.Range(17100, 8),
            .. Enumerable.Range(18000, 7), 180008,
        ];

        Assert.Empty(codes.Except(CodesOf(ErrorLevel.Triggered)));
        Assert.Single(ErrorCatalogue.Find("InvalidOrMissingToAddress"));
    }

    [Theory]
    [InlineData("CouldNotConnect")]
    [InlineData("ConnectionBroken")]
    [InlineData("TimedOut")]
    [InlineData("UnreadableAnswer")]
    [InlineData("AnswerDoesNotFit")]
    [InlineData("SentInEarlierRun")]
    [InlineData("Declined")]
    [InlineData("Cancelled")]
    [InlineData("Stopped")]
    [InlineData("RateLimited")]
    [InlineData("TriggeredSendError")]
    [InlineData("AuthenticationFailed")]
    [InlineData("TokenServiceUnavailable")]
    [InlineData("Forbidden")]
    [InlineData("InternalServerError")]
    [InlineData("BadGateway")]
    [InlineData("Http596")]
    [InlineData("UnexpectedError")]
    public void Every_name_that_a_result_can_have_is_there(string name) => Assert.Single(ErrorCatalogue.Find(name));

    [Fact]
    public void A_code_and_a_name_occur_once_on_a_level()
    {
        var coded = ErrorCatalogue.All.Where(entry => entry.Code is not null).ToArray();

        Assert.Equal(coded.Length, coded.DistinctBy(entry => (entry.Level, entry.Code)).Count());
        var responses = ErrorCatalogue.All.Where(entry => entry.Level != ErrorLevel.Subscriber).ToArray();
        Assert.Equal(responses.Length, responses.DistinctBy(entry => (entry.Level, entry.Name)).Count());
    }

    [Fact]
    public void Every_entry_says_in_sentences_what_happened_and_what_to_do() => Assert.All(ErrorCatalogue.All, entry =>
    {
        Assert.NotEmpty(entry.Name);
        Assert.NotEmpty(entry.Channels);
        Assert.Matches("^[A-Z].*\\.$", entry.Meaning);
        Assert.Matches("^[A-Z].*\\.$", entry.RecommendedAction);
    });

    [Theory]
    [InlineData(1000, ErrorLevel.Subscriber, ErrorLevel.SmsDelivery)]
    [InlineData(109110, ErrorLevel.Response)]
    [InlineData(0, ErrorLevel.Rest)]
    [InlineData(403, ErrorLevel.Http)]
    [InlineData(424242)]
    public void A_code_is_found_on_every_level_that_has_it(int code, params ErrorLevel[] levels)
    {
        Assert.Equal(levels, ErrorCatalogue.Find(code).Select(entry => entry.Level));
        Assert.Equal(levels, ErrorCatalogue.Find($" {code} ").Select(entry => entry.Level));
        Assert.Equal(levels, ErrorCatalogue.Find($"0{code}").Select(entry => entry.Level));
    }

    [Theory]
    [InlineData("Validation_DuplicateMessageKey", 1)]
    [InlineData("validation_duplicatemessagekey", 1)]
    [InlineData("MCMS_UTM_Validation_DuplicateMessageKey", 1)]
    [InlineData("MCMS_UTM_Validation_DuplicateMessageKey: Duplicate 'k'", 1)]
    [InlineData("*DuplicateMessageKey", 1)]
    [InlineData("MCMS_UTM_Validation_MissingRequiredField_*", 5)]
    [InlineData("10910?", 9)]
    [InlineData("109???", 23)]
    [InlineData("Held", 2)]
    [InlineData("NoSuchName", 0)]
    [InlineData("", 0)]
    public void A_name_is_found_with_or_without_its_prefix_in_any_case_and_by_pattern(string text, int count) =>
        Assert.Equal(count, ErrorCatalogue.Find(text).Count);

    [Fact]
    public void Nothing_in_place_of_a_name_is_an_error_of_the_caller() =>
        Assert.Throws<ArgumentNullException>("text", () => ErrorCatalogue.Find(null!));

    [Fact]
    public void A_star_finds_everything() => Assert.Equal(ErrorCatalogue.All, ErrorCatalogue.Find("*"));

    [Theory]
    [InlineData(39, RepeatHelps.Maybe)]
    [InlineData(43, RepeatHelps.Maybe)]
    [InlineData(139, RepeatHelps.Maybe)]
    [InlineData(141, RepeatHelps.Maybe)]
    [InlineData(24, RepeatHelps.No)]
    [InlineData(109106, RepeatHelps.No)]
    [InlineData(50100, RepeatHelps.Yes)]
    [InlineData(50300, RepeatHelps.Yes)]
    [InlineData(2500, RepeatHelps.Yes)]
    public void It_is_said_whether_a_repeat_helps(int code, RepeatHelps repeat) =>
        Assert.Equal(repeat, Assert.Single(ErrorCatalogue.Find(code)).RepeatHelps);

    [Theory]
    [InlineData(109106, null, "Validation_MissingRequiredField_to")]
    [InlineData(20002, null, "InsufficientPrivileges")]
    [InlineData(180008, null, "NoValidSubscribers")]
    [InlineData(0, "MCMS_UTM_Any: text", null)]
    [InlineData(777, "MCMS_UTM_Brand_New: text", "Brand_New")]
    [InlineData(24, null, null)]
    [InlineData(777, "MCMS_UTM_: text", null)]
    [InlineData(null, "no name", null)]
    public void The_name_of_an_answers_code_wins_over_its_message(int? code, string? message, string? name) =>
        Assert.Equal(name, ErrorCatalogue.NameOf(code, message));

    [Theory]
    [InlineData("MCMS_UTM_Validation_MissingRequiredField_to: Invalid subscriber", 109106)]
    [InlineData("mcms_utm_validation_duplicatemessagekey", 109110)]
    [InlineData("Validation_DuplicateMessageKey", null)]
    [InlineData(null, null)]
    public void The_code_of_a_message_is_known_by_the_name_it_begins_with(string? message, int? code) =>
        Assert.Equal(code, ErrorCatalogue.CodeOfMessage(message));

    private static IEnumerable<int> CodesOf(ErrorLevel level) =>
        ErrorCatalogue.All.Where(entry => entry.Level == level).Select(entry => entry.Code).OfType<int>();
}
