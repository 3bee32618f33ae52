using System.Globalization;
using System.Text.RegularExpressions;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Reports;

/// <summary>Whole pages, as somebody has looked at them: each part, in its place, with its numbers.</summary>
public sealed partial class SendReportPageTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A wanted change: copy the file that is named in the failure over the approved one.</summary>
    [Theory]
    [InlineData("night", false, true)]
    [InlineData("night-with-addresses", true, true)]
    [InlineData("broken-off", false, false)]
    public void A_page_is_the_approved_one(string name, bool includeAddress, bool isWhole)
    {
        var report = new SendReport(new SendReportOptions
        {
            IncludeAddress = includeAddress,
            Time = Pages.ClockAt(Start.AddHours(5)),
        });
        foreach (var result in Night())
        {
            report.Add(result);
        }

        AssertApproved(name, report, isWhole);
    }

    [Fact]
    public void A_page_about_nothing_is_the_approved_one() => AssertApproved(
        "nothing",
        new SendReport(new SendReportOptions { Time = Pages.ClockAt(Start) }),
        isWhole: true);

    private static void AssertApproved(string name, SendReport report, bool isWhole)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        report.Write(writer, isWhole);
        // The style and the script have files and tests of their own.
        var page = Embedded().Replace(writer.ToString(), "$1…$2");
        page = Hash().Replace(page, "sha256-…");
        var received = Path.Combine(AppContext.BaseDirectory, $"{name}.html");
        File.WriteAllText(received, page);
        var approved = Repository.PathOf("tests", "McMessaging.Client.Tests", "Reports", "Pages", $"{name}.html");

        Assert.True(
            File.Exists(approved) && File.ReadAllText(approved) == page,
            $"{approved} is another page. If that is meant, copy {received} over it.");
    }

    // Everything that a page can tell: two channels, three definitions, every outcome, errors with and without codes,
    // repeated requests, requests that took some and refused others, and times over hours.
    private static IEnumerable<SavedResult> Night()
    {
        var outcomes = Enum.GetValues<SendOutcome>();
        for (var i = 0; i < 120; i++)
        {
            var outcome = i % 4 == 0 ? outcomes[i / 4 % outcomes.Length] : SendOutcome.Accepted;
            var isRefused = !outcome.IsAccepted();
            yield return new SavedResult(outcome)
            {
                Index = i + 1,
                Channel = i % 5 == 0 ? "Sms" : "Email",
                DefinitionKey = i % 7 == 0 ? "alerts" : i % 11 == 0 ? null : "welcome",
                ContactKey = i % 9 == 0 ? $"person{i}@example.com" : $"C-{i}",
                To = i % 5 == 0 ? $"1555555{i:0000}" : $"person{i}@example.com",
                MessageKey = $"m{i}",
                ErrorCode = !isRefused ? 0 : i % 3 == 0 ? 109121 : i % 8 == 0 ? null : 108002,
                ErrorName = !isRefused ? null : i % 3 == 0 ? "Validation_InvalidValue_to" : "SomeName",
                Message = isRefused ? $"The address of person{i}@example.com is <not> valid." : null,
                RequestId = $"r{i / 10}",
                HttpStatus = isRefused ? i % 8 == 0 ? null : 400 : 202,
                Attempts = 1 + (i / 30),
                SentAt = i % 13 == 0 ? null : Start.AddMinutes(i * i / 60.0),
            };
        }
    }

    [GeneratedRegex("(<(?:style|script)[^>]*>).*?(</)", RegexOptions.Singleline)]
    private static partial Regex Embedded();

    [GeneratedRegex("sha256-.*?(?=&#x27;)")]
    private static partial Regex Hash();
}
