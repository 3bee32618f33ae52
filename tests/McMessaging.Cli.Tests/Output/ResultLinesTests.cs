using System.Text;
using System.Text.Json;
using McMessaging.Cli.Output;

namespace McMessaging.Cli.Tests.Output;

public sealed class ResultLinesTests
{
    private static readonly RecipientResult Rejected = new()
    {
        MessageKey = "nFL4ULgheUeaGbPIMzJJSw",
        ContactKey = "Žofie\n\"1\"",
        To = "zofie@example.com",
        Channel = MessageChannel.Sms,
        DefinitionKey = "welcome",
        Outcome = SendOutcome.Rejected,
        ErrorCode = 109106,
        ErrorName = "MissingTo",
        Message = "Invalid subscriber",
        RequestId = "r-1",
        HttpStatus = 202,
        Attempts = 2,
        SentAt = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
        FromJournal = true,
    };

    [Fact]
    public void A_line_holds_every_property_under_its_name()
    {
        var line = Assert.Single(Lines(Rejected));

        Assert.Equal(Names(typeof(RecipientResult)), line.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal("Žofie\n\"1\"", line.GetProperty("ContactKey").GetString());
        Assert.Equal("Sms", line.GetProperty("Channel").GetString());
        Assert.Equal("Rejected", line.GetProperty("Outcome").GetString());
        Assert.Equal(109106, line.GetProperty("ErrorCode").GetInt32());
        Assert.Equal(202, line.GetProperty("HttpStatus").GetInt32());
        Assert.Equal(2, line.GetProperty("Attempts").GetInt32());
        Assert.Equal(Rejected.SentAt, line.GetProperty("SentAt").GetDateTimeOffset());
        Assert.True(line.GetProperty("FromJournal").GetBoolean());
    }

    [Fact]
    public void A_triggered_send_has_its_own_id_too()
    {
        var line = Assert.Single(Lines(new TriggeredResult { RecipientSendId = "s-1" }));

        Assert.Equal(Names(typeof(TriggeredResult)), line.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal("s-1", line.GetProperty("RecipientSendId").GetString());
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        var line = Assert.Single(Lines(new RecipientResult()));

        foreach (var name in new[] { "MessageKey", "ErrorCode", "HttpStatus", "SentAt", "Message" })
        {
            Assert.Equal(JsonValueKind.Null, line.GetProperty(name).ValueKind);
        }
    }

    [Fact]
    public void Each_call_gives_the_lines_of_its_own_results()
    {
        using var lines = new ResultLines();

        lines.Of([Rejected, Rejected, Rejected]);
        var second = Encoding.UTF8.GetString(lines.Of([new RecipientResult(), Rejected]));

        Assert.Equal(2, second.Count(c => c == '\n'));
        Assert.EndsWith("}\n", second, StringComparison.Ordinal);
    }

    private static JsonElement[] Lines(params RecipientResult[] results)
    {
        using var lines = new ResultLines();
        var text = Encoding.UTF8.GetString(lines.Of(results));
        return [.. text.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static IOrderedEnumerable<string> Names(Type type) =>
        type.GetProperties().Select(property => property.Name).Order();
}
