using System.Globalization;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Recipients;

public sealed class NestedJsonTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public NestedJsonTests() => CultureInfo.CurrentCulture = Mapping.German();

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    public static TheoryData<object, string> Values => new()
    {
        { new[] { 1, 2 }, "[1,2]" },
        { Array.Empty<object>(), "[]" },
        { new object[] { (byte)1, (sbyte)-2, (short)-3, (ushort)4, 5u, -6L, 7ul, 8.5f }, "[1,-2,-3,4,5,-6,7,8.5]" },
        { new object?[] { "ü\"", true, null, 1.5, 2.5m, 'c' }, """["ü\"",true,null,1.5,2.5,"c"]""" },
        { new Dictionary<string, object?> { ["A"] = null, ["B"] = new[] { "x" } }, """{"A":null,"B":["x"]}""" },
        { Mapping.Members(("Z", 1), ("A", Mapping.Members(("M", false)))), """{"Z":1,"A":{"M":false}}""" },
        { new[] { new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc) }, """["2026-03-04T05:06:07Z"]""" },
        { new object[] { double.PositiveInfinity, float.NaN }, """["Infinity","NaN"]""" },
        { new object[] { Mapping.Json("""{ "a" : 1 }"""), DayOfWeek.Friday }, """[{"a":1},"Friday"]""" },
        { new Dictionary<int, string> { [7] = "seven" }, """{"7":"seven"}""" },
        { new Recipient { ContactKey = "c" }, """{"ContactKey":"c"}""" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_nested_value_becomes_compact_json_in_every_culture(object value, string json) =>
        Assert.Equal(json, Mapping.AttributeText(value));

    [Fact]
    public void A_value_that_holds_itself_is_named_in_the_rejection()
    {
        var self = new Dictionary<string, object?>();
        self["Self"] = new object[] { self, self };

        var fault = Mapping.Map(Mapping.Members(("ContactKey", "c"), ("Order", self))).Fault;

        Assert.Equal("UnreadableProperty", fault!.Name);
        Assert.Contains("'Order'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("20 levels", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_levels_are_taken()
    {
        object value = "x";
        for (var i = 0; i < 20; i++)
        {
            value = new[] { value };
        }

        Assert.Equal(new string('[', 20) + "\"x\"" + new string(']', 20), Mapping.AttributeText(value));
    }

    [Fact]
    public void A_value_that_is_neither_text_nor_object_is_named_in_the_rejection()
    {
        var fault = Mapping.Map(Mapping.Members(("ContactKey", "c"), ("Thing", new object()))).Fault;

        Assert.Equal("UnreadableProperty", fault!.Name);
        Assert.Contains("'Thing'", fault.Message, StringComparison.Ordinal);
    }
}
