using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>What the host is given, in which order, and what happens when it fails.</summary>
public sealed class ResultWriterTests
{
    [Fact]
    public async Task Results_come_in_input_order_though_responses_do_not()
    {
        var last = new TaskCompletionSource();
        var service = new FakeService
        {
            Respond = async (request, _) =>
            {
                if (request.Body.Contains("\"contact-5\"", StringComparison.Ordinal))
                {
                    last.SetResult();
                }
                else
                {
                    await last.Task;
                }

                return FakeResponse.Accepted(request.Body);
            },
        };

        var host = await Sends.RunAsync(service, Sends.Email() with { BatchSize = 2 }, Sends.People(6));

        Assert.Equal(
            Sends.People(6).Select(person => person.ContactKey), host.Results.Select(result => result.ContactKey));
    }

    [Fact]
    public async Task Errors_come_at_the_end_of_a_run_one_for_each_kind_with_its_recipients()
    {
        var service = new FakeService(
            request => Faults.Reject(request.Body, key => key[^1] is '2' or '3' ? 109121 : 0));
        var people = Enumerable.Range(1, 6).Select(
            i => new Recipient { ContactKey = "c" + i, MessageKey = "k" + i });

        var host = await Sends.RunAsync(service, Sends.Email() with { BatchSize = 2 }, people);

        Assert.Equal(["results", "results", "results", "error"], host.Order);
        var (error, target) = Assert.Single(host.Errors);
        Assert.Equal(["k2", "k3"], target.Select(result => result.MessageKey));
        Assert.Equal("2 of 6 recipients were rejected: 109121 Validation_InvalidValue_to (2).", error.Message);
    }

    [Fact]
    public async Task A_host_that_ends_at_the_first_error_has_every_result_by_then()
    {
        var service = new FakeService(request => Faults.Reject(request.Body, key => key == "k1" ? 109121 : 0));
        var people = Enumerable.Range(1, 9).Select(
            i => new Recipient { ContactKey = "c" + i, MessageKey = "k" + i });
        var host = new RecordingHost { OnError = () => throw new InvalidOperationException("Stop.") };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Sends.RunAsync(
            service, Sends.Email() with { BatchSize = 2 }, people, host, new VirtualTime()));

        Assert.Equal(9, host.Results.Count);
        Assert.Equal(8, host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
    }

    [Fact]
    public async Task A_kind_of_error_counts_all_its_recipients_and_carries_the_first_thousand()
    {
        var service = new FakeService(request => Faults.Reject(request.Body, _ => 109121));

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(2500));

        var (error, target) = Assert.Single(host.Errors);
        Assert.StartsWith("2,500 of 2,500 recipients were rejected", error.Message, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 1000).Select(i => (long)i), target.Select(result => result.Index));
    }

    [Theory]
    [InlineData("ok", null)]
    [InlineData("ok,109121", "RecipientsRejected")]
    [InlineData("403", "RequestFailed")]
    [InlineData("500", "OutcomeUnknown")]
    public async Task The_error_is_named_by_the_worst_outcome(string responses, string? id)
    {
        var service = new FakeService(request => responses switch
        {
            "403" or "500" =>
                Faults.Status(int.Parse(responses, System.Globalization.CultureInfo.InvariantCulture))(request.Body),
            _ => Faults.Reject(
                request.Body,
                key => responses.EndsWith("109121", StringComparison.Ordinal) && key == "k2" ? 109121 : 0),
        });
        object[] input = [.. new[] { "k1", "k2" }.Select(key => new Recipient { ContactKey = "c", MessageKey = key })];

        var host = await Sends.RunAsync(service, Sends.Email(), input);

        Assert.Equal(id, host.Errors.Select(error => error.Error.ErrorId).SingleOrDefault());
    }

    [Theory]
    [InlineData(403, McErrorCategory.PermissionDenied)]
    [InlineData(404, McErrorCategory.ObjectNotFound)]
    [InlineData(409, McErrorCategory.ResourceExists)]
    [InlineData(500, McErrorCategory.ResourceUnavailable)]
    [InlineData(200, McErrorCategory.ProtocolError)]
    public async Task The_category_of_an_error_tells_what_kind_of_trouble_it_is(int status, McErrorCategory category)
    {
        var service = FakeService.Always("<html>", status);

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(1));

        Assert.Equal((category, status), (Assert.Single(host.Errors).Error.Category, host.Errors[0].Error.HttpStatus));
    }

    [Fact]
    public async Task A_host_that_cannot_take_results_ends_the_run_and_its_exception_reaches_the_caller()
    {
        var service = new FakeService();
        var host = new RecordingHost { OnResults = _ => throw new InvalidTimeZoneException("the host") };

        var error = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Sends.RunAsync(
            service, Sends.Email() with { BatchSize = 2, ThrottleLimit = 1 }, Sends.People(2000), host,
            new VirtualTime()));

        Assert.Equal("the host", error.Message);
        Assert.InRange(service.Bodies.Count, 1, 999);
    }

    [Fact]
    public async Task A_host_that_takes_its_time_holds_back_the_reader()
    {
        var free = new TaskCompletionSource();
        var full = new TaskCompletionSource();
        var service = new FakeService
        {
            Respond = (request, _) =>
            {
                if (request.Number == 8)
                {
                    full.SetResult();
                }

                return Task.FromResult(FakeResponse.Accepted(request.Body));
            },
        };
        var host = new RecordingHost { OnResults = _ => free.Task };
        var read = 0;
        IEnumerable<Recipient> Counted()
        {
            foreach (var person in Sends.People(1000))
            {
                Interlocked.Increment(ref read);
                yield return person;
            }
        }

        Task run = Task.Run(() => Sends.RunAsync(
            service, Sends.Email() with { BatchSize = 2, ThrottleLimit = 2 }, Counted(), host, new VirtualTime()));
        await full.Task;

        Assert.InRange(Volatile.Read(ref read), 16, 18);
        free.SetResult();
        await run;
        Assert.Equal(1000, host.Results.Count);
    }
}
