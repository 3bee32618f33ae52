using System.Text;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Http;

public sealed class ServiceWordsTests
{
    private const string Token = "to/k+en";

    private const string Request = """
        {"definitionKey":"welcome","recipients":[{"contactKey":"C-4711","to":"ada+x@example.com","messageKey":"order-1",
        "attributes":{"Lieblingstier":"Wombat","Tag":"Mail","N":"1","Name":"Lovelace","Full":"Grace B. Hopper"}}],
        "content":{"message":"Dear \u00c4da"}}
        """;

    [Theory]
    [InlineData("There is no definition welcome.")]
    [InlineData("Mailing is over; a wombats' burrow is no place.")]
    [InlineData("order-1 was used before; email is not allowed in 1 place.")]
    public void Words_that_repeat_nothing_of_a_recipient_are_shown(string words)
    {
        Assert.Equal(": " + words, Shown(words));
    }

    [Theory]
    [InlineData("No mail to ADA+X@example.com.")]
    [InlineData("C-4711 is not known.")]
    [InlineData("The attribute lieblingstier is too long.")]
    [InlineData("Is 'Wombat' a name?")]
    [InlineData("Mail is no tag.")]
    [InlineData("Nobody knows a wombat")]
    [InlineData("Of all Lovelaces this one is too long.")]
    [InlineData("Dear Äda")]
    [InlineData("""{\"to\":\"ada\u002Bx@example.com\"}""")]
    [InlineData("ada&#43;x@example.com")]
    [InlineData("to=ada%2Bx%40example.com")]
    [InlineData("Bearer to/k+en")]
    [InlineData("""{"token":"to\/k+en"}""")]
    [InlineData("""{"token":"to\u002Fk\u002Ben"}""")]
    [InlineData("""{"error":"{\"token\":\"to\\u002Fk\\u002Ben\"}"}""")]
    [InlineData("token=to%2Fk%2Ben")]
    [InlineData("token=to%252Fk%252Ben")]
    [InlineData("to&#x2F;k&#43;en")]
    [InlineData("TO/K+EN")]
    [InlineData("Authorization: Basic aWQ6dG8vaytlbg==")]
    [InlineData("token dG8vaytlbg is old")]
    [InlineData("bWFpbCB0byBhZGEreEBleGFtcGxlLmNvbQ")]
    [InlineData("Bearer to/k\r\n  +en")]
    [InlineData("B e a r e r  t o / k + e n")]
    [InlineData("to\u200B/k\u00AD+\u202Een")]
    [InlineData("{\"to\":\"ada+x@ex\\nample.com\"}")]
    [InlineData("Authorization: Basic aWQ6d\r\nG8vaytlbg==")]
    [InlineData("dABvAC8AawArAGUAbgA=")]
    [InlineData("Of Grace B. Hop\r\nper this is too long.")]
    [InlineData("G\u200Br\u200Ba\u200Bc\u200Be B. Hopper")]
    [InlineData("RwByAGEAYwBlACAAQgAuACAASABvAHAAcABlAHIA")]
    [InlineData("Love; lace")]
    [InlineData("L\uFE0Fo\uFE0Fv\uFE0Fe\uFE0Fl\uFE0Fa\uFE0Fc\uFE0Fe")]
    [InlineData("Love\U000E0041lace")]
    [InlineData("""Authorization: \\u0074\\u006f\\u002f\\u006b\\u002b\\u0065\\u006e""")]
    public void Words_that_repeat_a_piece_of_the_request_are_not(string words)
    {
        Assert.Equal("", Shown(words));
    }

    [Fact]
    public void They_are_one_line_and_cut()
    {
        Assert.Equal(": a b", Shown("a\r\n\u001bb"));
        Assert.Equal(203, Shown(new string('x', 5000)).Length);
    }

    [Fact]
    public void A_request_without_a_body_keeps_its_token_to_itself()
    {
        Assert.Equal("", ServiceWords.AfterStatus("to/k+en", Token, null));
        Assert.Equal(": fine", ServiceWords.AfterStatus("fine", Token, null));
        Assert.Equal(": fine", ServiceWords.AfterStatus("fine", "", null));
    }

    private static string Shown(string words) =>
        ServiceWords.AfterStatus(words, Token, Encoding.UTF8.GetBytes(Request));
}
