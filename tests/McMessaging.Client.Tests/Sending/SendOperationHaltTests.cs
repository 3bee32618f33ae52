using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>
/// Whatever fails, a run ends in order: nothing new, what is in flight to its end, a result for everybody.
/// </summary>
public sealed class SendOperationHaltTests : JournalTest
{
    private static readonly InvalidTimeZoneException Unforeseen = FailingClock.Error;

    private readonly TaskCompletionSource _inFlight = new();
    private readonly TaskCompletionSource _respond = new();
    private readonly RecordingHost _host = new();

    private SendOptions OneByOne => Options with { BatchSize = 1, ThrottleLimit = 1 };

    [Fact]
    public async Task A_halt_finishes_what_is_in_flight_and_cancels_the_rest_added_before_or_after()
    {
        using var slow = new FakeService { Respond = RespondLaterAsync };
        using var connection = await Sends.ConnectAsync(slow, Time);
        var operation = await SendOperation.StartAsync(
            connection, OneByOne, new DictionaryReader(), _host, CancellationToken.None);
        await operation.AddAsync(Person("k1"));
        await operation.AddAsync(Person("k2"));
        await _inFlight.Task;

        operation.Halt();
        await operation.AddAsync(Person("k3"));
        _respond.SetResult();
        var summary = await operation.CompleteAsync();
        await operation.DisposeAsync();

        Assert.Equal("Accepted Cancelled Cancelled", Outcomes(_host));
        Assert.Equal(2, _host.Questions.Count);
        Assert.Equal((1, 2), (summary.Accepted, summary.Cancelled));
        Assert.Equal("RunStopped", Assert.Single(_host.Errors).Error.ErrorId);
        Assert.Equal(1, (await SendJournalInfo.ReadAsync(JournalPath, default)).Accepted);
    }

    [Fact]
    public async Task A_host_whose_verbose_line_fails_loses_no_response_and_is_told_at_the_end()
    {
        _host.OnVerbose = () => throw Unforeseen;

        Assert.Same(Unforeseen, await RunToItsErrorAsync(OneByOne, 3));

        Assert.Equal(SendOutcome.Accepted, _host.Results[0].Outcome);
        Assert.All(_host.Results.Skip(1), result => Assert.Equal(SendOutcome.Cancelled, result.Outcome));
        Assert.Equal(1, (await SendJournalInfo.ReadAsync(JournalPath, default)).Accepted);
    }

    [Fact]
    public async Task A_host_whose_progress_fails_loses_no_response_and_is_told_at_the_end()
    {
        _host.OnProgress = () => throw Unforeseen;

        Assert.Same(Unforeseen, await RunToItsErrorAsync(OneByOne, 3));

        Assert.NotEmpty(_host.Results);
        Assert.Equal(
            Service.Taken.Count, _host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
        Assert.Equal(Service.Taken.Count, (await SendJournalInfo.ReadAsync(JournalPath, default)).Accepted);
    }

    [Fact]
    public async Task A_host_whose_question_fails_sends_nothing_more_and_everybody_has_a_result()
    {
        Service.OnRequest = _ => _inFlight.TrySetResult();
        _host.Confirm = _ =>
        {
            if (_host.Questions.Count == 1)
            {
                return true;
            }

            _inFlight.Task.Wait();
            throw Unforeseen;
        };

        Assert.Same(Unforeseen, await RunToItsErrorAsync(OneByOne, 2));

        Assert.Equal("Accepted Cancelled", Outcomes(_host));
        // Nobody said no.
        Assert.Equal("Cancelled", _host.Results[1].ErrorName);
    }

    [Fact]
    public async Task A_host_that_cannot_take_results_is_offered_those_of_all_others_and_they_are_journaled()
    {
        _host.OnResults = _ => throw Unforeseen;

        Assert.Same(Unforeseen, await RunToItsErrorAsync(OneByOne, 5));

        Assert.Equal(Enumerable.Range(1, _host.Results.Count).Select(i => (long)i), _host.Results.Select(r => r.Index));
        Assert.Equal(
            Service.Taken.Count, _host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
        Assert.Equal(Service.Taken.Count, (await SendJournalInfo.ReadAsync(JournalPath, default)).Accepted);
    }

    [Fact]
    public async Task A_reader_that_fails_ends_the_run_in_order_and_what_it_failed_at_has_a_result()
    {
        var error = await RunToItsErrorAsync(
            OneByOne, [Person("k1"), Person("k2"), new UnforeseenInput(), Person("k4")], new UnforeseenReader());

        Assert.Same(Unforeseen, error);
        Assert.Equal(3, _host.Results.Count);
        Assert.Equal("Cancelled", _host.Results[2].ErrorName);
        Assert.Equal(3, _host.Results[2].Index);
        Assert.All(_host.Results.Take(2), result => Assert.Equal(
            Service.Taken.Contains(result.MessageKey!), result.Outcome == SendOutcome.Accepted));
    }

    [Fact]
    public async Task Sending_that_fails_in_a_way_nobody_foresaw_leaves_its_batch_unknown_and_the_rest_cancelled()
    {
        // The next timer, the wait before a retry, fails.
        var isBroken = 0;
        var clock = new FailingClock(Time, () => Interlocked.Exchange(ref isBroken, 0) == 1);
        Service.FaultAfter = (_, _) =>
        {
            isBroken = 1;
            return FakeResponse.Json(500, "{}");
        };

        AssertIsToldByItsType(await RunToItsErrorAsync(Options, 4, clock));

        Assert.Equal(SendOutcome.Unknown, _host.Results[0].Outcome);
        Assert.All(_host.Results, result => Assert.Equal(
            Service.Taken.Contains(result.MessageKey!) ? SendOutcome.Unknown : SendOutcome.Cancelled, result.Outcome));
        Assert.Equal(Service.Taken.Count, (await SendJournalInfo.ReadAsync(JournalPath, default)).InFlight);
    }

    [Fact]
    public async Task Sending_that_fails_before_the_request_was_out_leaves_its_batch_cancelled()
    {
        var options = Options with { JournalDisk = _ => throw Unforeseen };

        AssertIsToldByItsType(await RunToItsErrorAsync(options, 3));

        Assert.Equal("Cancelled Cancelled Cancelled", Outcomes(_host));
        Assert.Empty(Service.Requests);
    }

    // The words of an error that nobody foresaw may hold anything.
    private static void AssertIsToldByItsType(Exception error)
    {
        var told = Assert.IsType<McException>(error);
        Assert.Contains(Unforeseen.GetType().Name, told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Unforeseen.Message, told.ToString(), StringComparison.Ordinal);
    }

    private Task<Exception> RunToItsErrorAsync(SendOptions options, int count, TimeProvider? time = null) =>
        RunToItsErrorAsync(
            options, Enumerable.Range(1, count).Select(number => Person("k" + number)), new DictionaryReader(), time);

    /// <summary>Adds all, whatever is thrown meanwhile.</summary>
    private async Task<Exception> RunToItsErrorAsync(
        SendOptions options, IEnumerable<object> input, IRecordReader reader, TimeProvider? time = null)
    {
        using var connection = await Sends.ConnectAsync(Service, time ?? Time);
        await using var operation = await SendOperation.StartAsync(
            connection, options, reader, _host, CancellationToken.None);
        foreach (var item in input)
        {
            if (await Record.ExceptionAsync(async () => await operation.AddAsync(item)) is { } early)
            {
                return early;
            }
        }

        return await Assert.ThrowsAnyAsync<Exception>(operation.CompleteAsync);
    }

    private async Task<HttpResponseMessage> RespondLaterAsync(FakeRequest request, CancellationToken stop)
    {
        _inFlight.TrySetResult();
        await _respond.Task;
        return FakeResponse.Accepted(request.Body);
    }

    private sealed record UnforeseenInput;

    private sealed class UnforeseenReader : DictionaryReader
    {
        public override bool TryRead(object? input, InputRecord record) =>
            input is UnforeseenInput ? throw Unforeseen : base.TryRead(input, record);
    }
}
