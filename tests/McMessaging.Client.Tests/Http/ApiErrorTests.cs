using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Http;

public sealed class ApiErrorTests
{
    [Theory]
    [InlineData("validationErrors")]
    [InlineData("additionalErrors")]
    public async Task An_error_that_stands_for_several_tells_each_of_them(string member)
    {
        var run = await MatrixRun.OfAsync(Sends.Email(), _ => FakeResponse.Json(400, $$"""
            {"message":"Several errors.","errorcode":10006,"{{member}}":[
                {"message":"name is missing","errorcode":10002},{"message":"date is wrong","errorcode":"10003"},{}]}
            """));

        Assert.Equal((SendOutcome.Failed, 10006), (run.Result.Outcome, run.Result.ErrorCode));
        Assert.Contains(
            "Several errors: 10002 name is missing; 10003 date is wrong", run.Result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_beyond_32_bits_is_no_other_code()
    {
        var run = await MatrixRun.OfAsync(
            Sends.Email(), _ => FakeResponse.Json(400, """{"message":"x","errorcode":4295076406}"""));

        Assert.Equal((SendOutcome.Failed, null), (run.Result.Outcome, run.Result.ErrorCode));
    }

    [Theory]
    [InlineData("""{"error":"invalid","error_description":"Of the token"}""", "Of the token")]
    [InlineData("""{"message":"Of the service","error_description":"Of the token"}""", "Of the service")]
    public async Task The_words_may_stand_under_either_name(string json, string words)
    {
        var run = await MatrixRun.OfAsync(Sends.Email(), _ => FakeResponse.Json(403, json));

        Assert.Contains(words, run.Result.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("error_description", run.Result.Message, StringComparison.Ordinal);
    }
}
