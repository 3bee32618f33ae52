using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace McMessaging.Client.Tests.Reports;

public sealed class SendReportTests
{
    private const string Address = "ada.lovelace@example.com";
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);

    private static readonly SavedResult Rejected = new(SendOutcome.Rejected)
    {
        Index = 3,
        Channel = "Email",
        DefinitionKey = "welcome",
        ContactKey = "C-1",
        To = Address,
        MessageKey = "m1",
        ErrorCode = 109121,
        ErrorName = "Validation_InvalidValue_to",
        Message = "The address is not valid.",
        RequestId = "r1",
        HttpStatus = 400,
        Attempts = 2,
        SentAt = Start,
    };

    [Fact]
    public void A_report_tells_counts_errors_with_advice_and_what_was_refused()
    {
        var page = PageOf(
            Rejected,
            new SavedResult(SendOutcome.Accepted) { SentAt = Start.AddSeconds(5), Attempts = 1, RequestId = "r2" });

        Assert.Contains("2 recipients, 1 not accepted.", page, StringComparison.Ordinal);
        Assert.Contains("109121 Validation_InvalidValue_to", page, StringComparison.Ordinal);
        Assert.Contains(ErrorCatalogue.Find(109121)[0].RecommendedAction, page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("<td>C-1<td>Rejected<td>109121", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_at_all_is_a_report_too() =>
        Assert.Contains("There are no results.", PageOf(), StringComparison.Ordinal);

    [Fact]
    public void A_report_of_what_came_before_an_error_says_so()
    {
        using var writer = new StringWriter();
        new SendReport(new SendReportOptions()).Write(writer, isWhole: false);

        Assert.Contains("these are the results that came before it", writer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Email", Address, "Recipient ada.lovelace@example.com is not valid")]
    [InlineData("Email", Address, "to=<ADA.LOVELACE@example.com> and grace.hopper@example.com")]
    [InlineData("Sms", "+15555550123", "The number 15555550123 is not valid")]
    [InlineData("Sms", "(555) 555-0123", "The number (555) 555-0123 is not valid")]
    public void No_address_is_in_a_report_wherever_it_stood(string channel, string address, string message)
    {
        var page = PageOf(Rejected with
        {
            Channel = channel,
            To = address,
            ContactKey = address,
            MessageKey = address,
            Message = message,
        });

        Assert.DoesNotContain(address, page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("grace.hopper@", page, StringComparison.Ordinal);
        Assert.DoesNotContain("5550123", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[\w.]{5,}@\w{4,}", page);
    }

    [Fact]
    public void A_contact_key_that_is_no_address_is_shown_as_it_is() =>
        Assert.Contains(
            "<td>10001234567<td>", PageOf(Rejected with { ContactKey = "10001234567" }), StringComparison.Ordinal);

    [Fact]
    public void Addresses_are_shown_where_they_are_asked_for()
    {
        var page = PageOf(
            new SendReportOptions { IncludeAddress = true }, Rejected with { ContactKey = "grace@example.com" });

        Assert.Contains($"<td>grace@example.com<td>{Address}<td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_outside_is_no_markup_and_on_one_line()
    {
        const string Hostile = "<script>alert(1)</script>\"'&\u202E\r\n\u0007";
        var page = PageOf(new SendReportOptions { IncludeAddress = true }, Rejected with
        {
            Channel = Hostile,
            DefinitionKey = Hostile,
            ContactKey = Hostile,
            To = Hostile,
            MessageKey = Hostile,
            ErrorName = Hostile,
            ErrorCode = null,
            Message = Hostile,
            RequestId = Hostile,
        });

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
        Assert.DoesNotContain('\u0007', page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_loaded_from_anywhere()
    {
        var page = PageOf(Rejected).Replace("&#x27;", "'", StringComparison.Ordinal);

        Assert.Contains("default-src 'none'; style-src 'sha256-", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(src|href|action)=""?(http|//)", page);
        Assert.DoesNotMatch(@"\sstyle=|\son\w+=", page);
    }

    [Fact]
    public void Times_are_of_the_zone_of_whoever_makes_the_report()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(5.5), "x", "x");
        var page = PageOf(new SendReportOptions { Time = new ZonedTime(zone) }, Rejected);

        Assert.Contains("<td class=\"time\">2026-01-31 15:30:00<td>", page, StringComparison.Ordinal);
        Assert.Contains("&#x2B;05:30", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_bears_its_own_date_after_summer_time_ends_too()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(-5), "x", "x", "y", [SummerUntilNovember]);
        var noon = new DateTimeOffset(2026, 10, 10, 16, 0, 0, TimeSpan.Zero);
        var days = Enumerable.Range(0, 40).Select(day => noon.AddDays(day)).ToArray();
        var results = days.Select(day => Rejected with { SentAt = day }).ToArray();

        var page = PageOf(new SendReportOptions { Time = new ZonedTime(zone) }, results);

        Assert.Equal(
            days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Regex.Matches(page, "<th scope=\"row\" class=\"time\">([0-9-]+)").Select(day => day.Groups[1].Value));
    }

    [Fact]
    public void A_hundred_thousand_refused_recipients_make_less_than_5_MB_and_say_what_is_left_out()
    {
        var report = new SendReport(new SendReportOptions { IncludeAddress = true });
        var wordy = Rejected with { Message = new string('"', 500), ContactKey = new string('é', 100) };
        for (var i = 0; i < 100_000; i++)
        {
            report.Add(wordy);
        }

        using var writer = new StringWriter();
        report.Write(writer);
        var page = writer.ToString();

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 4_000_000, 5_000_000);
        var rows = Regex.Count(page, "<tr><td");
        Assert.Contains($"The first {Number(rows)} of 100,000 are in this table", page, StringComparison.Ordinal);
        Assert.Contains($"{Number(100_000 - rows)} are left out", page, StringComparison.Ordinal);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static TimeZoneInfo.AdjustmentRule SummerUntilNovember =>
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            new DateTime(2026, 1, 1),
            new DateTime(2026, 12, 31),
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), month: 3, day: 8),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), month: 11, day: 1));

    private static string PageOf(params SavedResult[] results) => PageOf(new SendReportOptions(), results);

    private static string PageOf(SendReportOptions options, params SavedResult[] results)
    {
        var report = new SendReport(options);
        Array.ForEach(results, report.Add);
        using var writer = new StringWriter();
        report.Write(writer);
        return writer.ToString();
    }

    private sealed class ZonedTime(TimeZoneInfo zone) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => zone;
    }
}
