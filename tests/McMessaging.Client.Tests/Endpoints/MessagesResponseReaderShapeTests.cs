using System.Text;
using McMessaging.Endpoints;

namespace McMessaging.Client.Tests.Endpoints;

/// <summary>Responses of a shape that nobody documented.</summary>
public sealed class MessagesResponseReaderShapeTests
{
    [Fact]
    public void What_stands_in_place_of_the_list_is_passed_over()
    {
        var response = Read("""{"responses":{"errorcode":0,"message":"in"},"errorcode":109105,"message":"out"}""");

        Assert.Equal((109105, "out"), (response?.ErrorCode, response?.Message));
        Assert.Empty(response!.Items);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"b\"")]
    [InlineData("[{\"messageKey\":\"b\",\"errorcode\":109121}]")]
    public void What_is_no_object_holds_its_place_and_tells_nothing(string item)
    {
        var response = Read($$"""{"responses":[{"errorcode":109106},{{item}},{"errorcode":109121}]}""");

        Assert.Equal([109106, null, 109121], response!.Items.Select(each => each.Code));
        Assert.Equal(ItemStatus.Missing, response.Items[1].Status);
    }

    [Fact]
    public void An_item_with_two_keys_is_nobodys()
    {
        var response = Read("""
            {"responses":[{"messageKey":"a","messageKey":"b","errorcode":109121},{"messageKey":"a"}]}
            """);

        Assert.Equal(
            [ItemStatus.Taken, ItemStatus.Missing, ItemStatus.Missing],
            response!.Items.Select(item => item.Status));
    }

    [Fact]
    public void An_empty_list_has_no_items() =>
        Assert.Empty(Read("""{"errorcode":109105,"responses":[]}""")!.Items);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""["errorcode",0,"requestId","r"]""")]
    [InlineData("""["responses",[{"messageKey":"a","errorcode":0}]]""")]
    [InlineData("{}")]
    [InlineData("""{"requestId":"r"}""")]
    [InlineData("""{"errorcode":0} {"errorcode":0}""")]
    [InlineData("""{"errorcode":0""")]
    [InlineData("""{"responses":[{"messageKey":"a"}],"responses":[{"messageKey":"a","errorcode":109121}]}""")]
    public void What_is_no_response_tells_nothing(string json) => Assert.Null(Read(json));

    private static BatchResponse? Read(string json) =>
        MessagesResponseReader.Read(Encoding.UTF8.GetBytes(json), ["a", "b", "c"]);
}
