using System.Globalization;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Results;

public sealed class SavedResultTests
{
    [Fact]
    public void A_saved_result_says_what_the_result_said()
    {
        var result = Read(
            ("messagekey", "m1"),
            ("ContactKey", "c1"),
            ("To", "a@example.com"),
            ("Channel", "Email"),
            ("DefinitionKey", "welcome"),
            ("Outcome", "Rejected"),
            ("ErrorCode", 109121),
            ("ErrorName", "Name"),
            ("Message", "Words"),
            ("RequestId", "r1"),
            ("HttpStatus", "400"),
            ("Attempts", "3"),
            ("SentAt", "2026-01-31T10:00:00+01:00"),
            ("FromJournal", "True"),
            ("Index", 7L),
            ("OtherShards", "3000000000"),
            ("Other", "passed over"));

        Assert.Equal(
            new SavedResult(SendOutcome.Rejected)
            {
                MessageKey = "m1",
                ContactKey = "c1",
                To = "a@example.com",
                Channel = "Email",
                DefinitionKey = "welcome",
                ErrorCode = 109121,
                ErrorName = "Name",
                Message = "Words",
                RequestId = "r1",
                HttpStatus = 400,
                Attempts = 3,
                SentAt = new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.FromHours(1)),
                FromJournal = true,
                Index = 7,
                OtherShards = 3_000_000_000,
            },
            result);
    }

    [Fact]
    public void Places_may_be_beyond_two_thousand_million_and_codes_may_not()
    {
        var result = Read(("Outcome", "Rejected"), ("Index", "3000000000"), ("ErrorCode", "4294967297"))!;

        Assert.Equal((3_000_000_000, null), (result.Index, result.ErrorCode));
    }

    [Fact]
    public void Without_a_record_or_a_way_to_read_its_values_there_is_nothing_to_read()
    {
        Assert.Throws<ArgumentNullException>(() => SavedResult.Read(null!, _ => ""));
        Assert.Throws<ArgumentNullException>(() => SavedResult.Read(new InputRecord(), null!));
    }

    [Fact]
    public void An_empty_cell_is_no_value() => Assert.Equal(
        new SavedResult(SendOutcome.Accepted),
        Read(("Outcome", "accepted"), ("ErrorCode", ""), ("RequestId", ""), ("SentAt", ""), ("FromJournal", "False")));

    [Theory]
    [InlineData("Outcome", "Delivered")]
    [InlineData("Outcome", "99")]
    [InlineData("Outcome", "0")]
    [InlineData("Outcome", "")]
    [InlineData("Result", "Accepted")]
    public void What_says_no_known_outcome_is_no_result(string name, string value) =>
        Assert.Null(Read((name, value)));

    [Theory]
    [InlineData("05.11.2026 13.14.15 +01:00")]
    [InlineData("11/05/2026 13:14:15 +01:00")]
    [InlineData("2026-11-05T13:14:15+01:00")]
    public void A_time_may_be_written_as_the_culture_does_or_as_no_culture_does(string time)
    {
        CultureInfo.CurrentCulture = Mapping.German();

        Assert.Equal(
            new DateTimeOffset(2026, 11, 5, 13, 14, 15, TimeSpan.FromHours(1)),
            Read(("Outcome", "Accepted"), ("SentAt", time))!.SentAt);
    }

    [Theory]
    [InlineData("05.11.2026 13:14:15 +01:00")]
    [InlineData("05-11-2026 13:14:15 +01:00")]
    public void A_time_of_an_unknown_culture_is_left_out(string time)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        Assert.Null(Read(("Outcome", "Accepted"), ("SentAt", time))!.SentAt);
    }

    private static SavedResult? Read(params (string Name, object? Value)[] members)
    {
        var record = new InputRecord();
        foreach (var (name, value) in members)
        {
            record.Add(name, value);
        }

        return SavedResult.Read(record, value => Convert.ToString(value, CultureInfo.InvariantCulture));
    }
}
