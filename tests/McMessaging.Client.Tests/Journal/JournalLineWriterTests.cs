using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Journal;

public sealed class JournalLineWriterTests : JournalTest
{
    // The checksum of the header is that of this time.
    public JournalLineWriterTests() =>
        Time = new VirtualTime(TimeSpan.MaxValue, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public async Task A_journal_has_a_header_an_intent_for_each_request_and_an_outcome_for_each_recipient()
    {
        await RunAsync(Options with { RunId = "run-1" }, Person("k1"), Person("bad2"), Person("k3"));

        var lines = Lines;
        Assert.Equal(
            """
            {"n":1,"journal":"McMessaging","version":2,"runId":"run-1","channel":"Email","definition":"welcome",
            "account":"mctest.auth.marketingcloudapis.com","at":"2026-01-02T03:04:05+00:00","crc":"7a17fe8e"}
            """.ReplaceLineEndings(""),
            lines[0].ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal(
            ["bad2,k1", "k3"],
            lines.Where(line => line["intent"] is not null)
                .Select(line => string.Join(',', line["intent"]!.AsArray().Order(KeyOrder)))
                .Order());
        Assert.Equal(
            ["bad2 Rejected 109121 Validation_InvalidValue_to", "k1 Accepted  ", "k3 Accepted  "],
            lines.Where(line => line["key"] is not null)
                .Select(line => $"{line["key"]} {line["outcome"]} {line["code"]} {line["error"]}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_end_of_a_request_has_its_state()
    {
        await RunAsync(Options, Person("k1"), Person("bad2"));
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(Options, Person("k3"));
        Service.FaultBefore = request => Faults.Status(500)(request.Body);
        await RunAsync(Options, Person("k4"));
        Service.FaultBefore = _ => null;
        Service.Take("k4");
        await RunAsync(Options, Person("k4"));

        Assert.Equal(
            ["k1 Accepted 202", "bad2 Rejected 202", "k3 NotTaken 403", "k4 InFlight 500", "k4 Accepted 202"],
            Lines.Where(line => line["key"] is not null)
                .Select(line => $"{line["key"]} {line["outcome"]} {line["status"]}"));
    }

    [Fact]
    public async Task A_request_that_is_retried_is_intended_once()
    {
        var requests = 0;
        Service.FaultAfter = (request, _) => ++requests < 4 ? Faults.Status(500)(request.Body) : null;

        await RunAsync(Options, Person("k1"));

        Assert.Equal(4, requests);
        Assert.Single(Lines, line => line["intent"] is not null);
    }

    [Fact]
    public async Task No_address_attribute_or_secret_is_in_it()
    {
        var options =
            Options with { Attributes = [new("A", "attribute-sentinel")], MessageText = "text-sentinel" };
        Service.FaultAfter = (request, _) => request.Body.Contains("k3", StringComparison.Ordinal)
            ? FakeResponse.Json(403, """{"message":"MCMS_UTM_Bad address-sentinel@example.com","errorcode":77}""")
            : null;

        await RunAsync(options, Person("k1"), Person("bad2"), Person("k3"));

        var text = await File.ReadAllTextAsync(JournalPath);
        Assert.DoesNotContain("sentinel", text, StringComparison.Ordinal);
        Assert.DoesNotContain("contact-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("token-", text, StringComparison.Ordinal);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task It_is_readable_and_writable_by_its_owner_only()
    {
        await RunAsync(Options, Person("k1"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(JournalPath));
    }

    [Fact]
    public async Task Where_nothing_is_sent_there_is_no_journal()
    {
        await RunAsync(Options);
        await RunAsync(Options, "no recipient");
        await RunAsync(Options with { PreviewOnly = true }, Person("k1"));

        Assert.False(File.Exists(JournalPath));
    }

    [Fact]
    public async Task The_first_recipients_of_the_input_are_noted_once_each()
    {
        await RunAsync(Options, [.. Enumerable.Range(1, 40).Select(i => Person("k" + i))]);

        Assert.Equal(
            Enumerable.Range(1, 32),
            Lines.SelectMany(line => line["first"]?.AsObject() ?? []).Select(member => int.Parse(member.Key)).Order());
    }

    [Fact]
    public async Task The_last_line_says_when_the_run_was_finished()
    {
        Service.OnRequest = _ => Time.Advance(TimeSpan.FromMinutes(1));

        await RunAsync(Options, Person("k1"));

        var last = Lines[^1];
        Assert.Equal(("2026-01-02T03:05:05+00:00", true), ((string?)last["at"], (bool?)last["finished"]));
        Assert.Equal(Time.GetUtcNow(), (await SendJournalInfo.ReadAsync(JournalPath, default)).LastWrittenAt);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(5000)]
    public async Task A_name_that_the_service_gives_an_error_is_kept_up_to_200_characters(int length)
    {
        var name = new string('x', length);
        Service.FaultAfter = (_, _) => FakeResponse.Json(
            202, $$"""{"responses":[{"messageKey":"k1","errorcode":424242,"message":"MCMS_UTM_{{name}}"}]}""");

        await RunAsync(Options, Person("k1"));

        Assert.Equal(name[..200], (string?)Assert.Single(Lines, line => line["key"] is not null)["error"]);
    }

    [Fact]
    public async Task A_triggered_send_keeps_its_send_id()
    {
        var options = Sends.Triggered() with { JournalPath = JournalPath, RunId = "run-1" };
        await RunAsync(options, Person("k1"));

        (var host, _) = await RunAsync(options, Person("k1"));

        var result = Assert.IsType<TriggeredResult>(Assert.Single(host.Results));
        Assert.Equal(
            ("s", true, SendOutcome.AlreadyAccepted), (result.RecipientSendId, result.FromJournal, result.Outcome));
        Assert.Single(Service.Requests);
    }

    private static readonly Comparer<JsonNode?> KeyOrder =
        Comparer<JsonNode?>.Create((one, other) => string.CompareOrdinal(one!.ToString(), other!.ToString()));
}
