using System.Text;
using McMessaging.Endpoints;

namespace McMessaging.Client.Tests.Endpoints;

/// <summary>What single members of a response to a triggered send say.</summary>
public sealed class TriggeredResponseReaderShapeTests
{
    [Fact]
    public void A_refusal_of_the_request_has_a_code_words_and_no_items()
    {
        var response = Read("""{"requestId":"r","errorcode":30003,"message":"m"}""")!;

        Assert.Equal(("r", 30003, "m"), (response.RequestId, response.ErrorCode, response.Message));
        Assert.Empty(response.Items);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"requestId":"r","message":"m"}""")]
    [InlineData("[]")]
    public void Without_a_code_or_an_item_it_is_no_response(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData("""{"recipientSendId":"s"}""")]
    [InlineData("""{"hasErrors":false}""")]
    public void A_flat_response_is_told_by_its_flag_or_its_id(string json) =>
        Assert.Equal(ItemStatus.Taken, Assert.Single(Read(json)!.Items).Status);

    [Theory]
    [InlineData("InvalidToAddress", "InvalidToAddress")]
    [InlineData("Not a name.", "TriggeredSendError")]
    [InlineData("NotAName.", "TriggeredSendError")]
    [InlineData("", "TriggeredSendError")]
    public void A_bare_word_names_an_error_and_other_words_do_not(string words, string name)
    {
        var item = Assert.Single(Read($$"""{"responses":[{"hasErrors":true,"messages":["{{words}}"]}]}""")!.Items);

        Assert.Equal((ItemStatus.Refused, name, words), (item.Status, item.Name, item.Message));
    }

    [Fact]
    public void A_refusal_that_is_told_by_its_word_alone_is_named_by_it()
    {
        var item = Assert.Single(Read("""{"responses":[{"messages":["InvalidOrMissingToAddress"]}]}""")!.Items);

        Assert.Equal(
            (ItemStatus.Refused, "InvalidOrMissingToAddress", "InvalidOrMissingToAddress"),
            (item.Status, item.Name, item.Message));
    }

    [Fact]
    public void An_error_without_words_has_the_common_name() => Assert.Equal(
        "TriggeredSendError", Assert.Single(Read("""{"responses":[{"hasErrors":true}]}""")!.Items).Name);

    [Fact]
    public void The_words_of_an_error_go_before_those_of_the_message()
    {
        var item = Assert.Single(Read("""
            {"responses":[{"hasErrors":true,"messages":["Words"],
             "messageErrors":[{"messageErrorCode":0,"messageErrorStatus":"OfError"}]}]}
            """)!.Items);

        Assert.Equal((null, "OfError"), (item.Code, item.Message));
    }

    private static BatchResponse? Read(string json) => TriggeredResponseReader.Read(Encoding.UTF8.GetBytes(json));
}
