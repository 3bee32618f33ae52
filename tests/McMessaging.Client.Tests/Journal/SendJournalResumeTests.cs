using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Journal;

public sealed class SendJournalResumeTests : JournalTest
{
    [Fact]
    public async Task What_was_accepted_or_rejected_is_not_sent_again()
    {
        await RunAsync(Options, Person("k1"), Person("bad2"));
        Service.Requests.Clear();
        var sentAt = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromDays(30));

        (var host, _) = await RunAsync(Options, Person("k1"), Person("bad2"), Person("k3"));

        Assert.Equal("(AlreadyAccepted) (Rejected) Accepted", Outcomes(host));
        Assert.Equal(["k3"], Assert.Single(Service.Requests).Keys);
        Assert.Equal((0, null, "r", 202, sentAt), Circumstances(host.Results[0]));
        Assert.Equal((109121, "Validation_InvalidValue_to", "r", 202, sentAt), Circumstances(host.Results[1]));
        Assert.Equal("RecipientsRejected", Assert.Single(host.Errors).Error.ErrorId);
    }

    [Fact]
    public async Task What_was_rejected_is_sent_again_where_that_was_asked_for_even_if_the_service_remembers_its_key()
    {
        await RunAsync(Options, Person("k1"), Person("bad2"));
        Service.Take("bad2");
        Service.Requests.Clear();

        (var host, _) = await RunAsync(Options with { RetryRejected = true }, Person("k1"), Person("bad2"));
        (var third, _) = await RunAsync(Options with { RetryRejected = true }, Person("k1"), Person("bad2"));

        Assert.Equal("(AlreadyAccepted) Accepted", Outcomes(host));
        Assert.Equal("(AlreadyAccepted) (AlreadyAccepted)", Outcomes(third));
        Assert.NotEqual("bad2", Assert.Single(Assert.Single(Service.Requests).Keys));
    }

    [Fact]
    public async Task What_was_certainly_not_taken_is_sent_again()
    {
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(Options, Person("k1"));
        Service.FaultBefore = _ => null;

        (var host, _) = await RunAsync(Options, Person("k1"));

        Assert.Equal("Accepted", Outcomes(host));
    }

    [Fact]
    public async Task What_is_sent_again_counts_by_its_last_outcome_alone()
    {
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(Options, Person("k1"), Person("k2"));
        Service.FaultBefore = _ => null;
        await RunAsync(Options, Person("k1"));

        var info = await SendJournalInfo.ReadAsync(JournalPath, default);

        Assert.Equal((1, 1, 0, 0), (info.Accepted, info.NotTaken, info.InFlight, info.Rejected));
    }

    [Theory]
    [InlineData("say \"hello\"")]
    [InlineData("a\\b")]
    [InlineData("Grüße 東京 😀")]
    [InlineData("</script>+&'\u007f\u2028")]
    public async Task A_key_of_any_characters_is_known_again(string key)
    {
        await RunAsync(Options, Person(key));
        await LeaveInFlightAsync(Options, Person(key + "2"));

        (var host, _) = await RunAsync(Options, Person(key), Person(key + "2"));

        Assert.Equal("(AlreadyAccepted) AlreadyAccepted", Outcomes(host));
    }

    [Fact]
    public async Task A_duplicate_key_of_what_was_certainly_not_taken_is_a_rejection()
    {
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(Options, Person("k1"));
        Service.FaultBefore = _ => null;
        Service.Take("k1");

        (var host, _) = await RunAsync(Options, Person("k1"));

        Assert.Equal("Rejected", Outcomes(host));
    }

    [Fact]
    public async Task What_was_accepted_while_the_run_ended_is_known_to_the_journal()
    {
        var ended = new TaskCompletionSource();
        var firstIsOut = new TaskCompletionSource();
        using var service = new FakeService
        {
            Respond = async (request, _) =>
            {
                if (!request.Body.Contains("\"k1\"", StringComparison.Ordinal))
                {
                    await firstIsOut.Task;
                    return Faults.Status(404, 30003)(request.Body);
                }

                firstIsOut.SetResult();
                await ended.Task;
                return FakeResponse.Accepted(request.Body);
            },
        };
        using var connection = await Sends.ConnectAsync(service, Time);
        await using (var operation = await SendOperation.StartAsync(
            connection, Options with { ThrottleLimit = 50 }, new DictionaryReader(), new RecordingHost(), default))
        {
            var adding = ValueTask.CompletedTask;
            for (var i = 1; adding.IsCompletedSuccessfully; i++)
            {
                adding = operation.AddAsync(Person("k" + i));
            }

            ended.SetResult();
            var error = await Assert.ThrowsAsync<McException>(async () =>
            {
                await adding;
                await operation.CompleteAsync();
            });
            Assert.Equal("DefinitionNotUsable", error.ErrorId);
        }

        var journal = await SendJournalInfo.ReadAsync(JournalPath, default);
        Assert.Equal((2, 0), (journal.Accepted, journal.InFlight));
    }

    [Fact]
    public async Task A_given_key_that_the_service_knows_is_rejected_on_a_first_attempt()
    {
        Service.Take("k1");

        (var host, _) = await RunAsync(Sends.Email(), Person("k1"));

        Assert.Equal((SendOutcome.Rejected, 109110), (host.Results[0].Outcome, host.Results[0].ErrorCode));
    }

    [Fact]
    public async Task What_was_rejected_for_its_key_is_never_sent_again_with_it()
    {
        Service.Take("k1");
        await RunAsync(Options, Person("k1"), Person("bad2"));
        Service.Forget("k1");
        Time.Advance(TimeSpan.FromHours(73));

        (var host, _) = await RunAsync(Options with { RetryRejected = true }, Person("k1"), Person("bad2"));

        Assert.Equal("(Rejected) Accepted", Outcomes(host));
        Assert.Equal(109110, host.Results[0].ErrorCode);
        Assert.DoesNotContain("k1", Service.Taken);
    }

    [Fact]
    public async Task A_run_that_ends_again_and_again_is_resumed_until_all_is_sent()
    {
        var options = Options with { BatchSize = 3 };
        object[] people = [.. Enumerable.Range(1, 9).Select(i => Person("k" + i))];
        for (var last = 3; last <= 9; last += 3)
        {
            Service.FaultBefore = request =>
                request.Keys.Contains($"k{last}") ? Faults.Status(401)(request.Body) : null;
            (_, var error) = await RunAsync(options, people[..last]);
            Assert.Equal("AuthenticationFailed", error?.ErrorId);
        }

        Service.FaultBefore = _ => null;
        (var host, _) = await RunAsync(options, people);

        Assert.Equal(9, host.Results.Count);
        Assert.All(host.Results, result =>
            Assert.Contains(result.Outcome, new[] { SendOutcome.Accepted, SendOutcome.AlreadyAccepted }));
        Assert.Equal(9, Service.Taken.Count);
    }

    private static (int?, string?, string?, int?, DateTimeOffset?) Circumstances(RecipientResult result) =>
        (result.ErrorCode, result.ErrorName, result.RequestId, result.HttpStatus, result.SentAt);
}
