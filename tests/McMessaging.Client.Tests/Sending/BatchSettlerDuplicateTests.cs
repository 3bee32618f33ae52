using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Who of many was taken before, where a refusal does not say so.</summary>
public sealed class BatchSettlerDuplicateTests
{
    [Theory]
    [InlineData(true, 400)]
    [InlineData(true, 202)]
    [InlineData(false, 400)]
    [InlineData(false, 202)]
    public async Task A_109110_for_a_whole_request_divides_it_until_it_is_clear_who_was_taken_before(
        bool isDerived, int status)
    {
        var taken = new HashSet<string>();
        var service = new FakeService(request =>
        {
            if (request.Keys.Any(taken.Contains))
            {
                return FakeResponse.Json(status, """{"errorcode":109110,"message":"Duplicate."}""");
            }

            taken.UnionWith(request.Keys);
            return FakeResponse.Accepted(request.Body);
        });
        var people = isDerived
            ? Sends.People(9)
            : Enumerable.Range(1, 9).Select(Keyed);
        var options = Sends.Email() with { RunId = "r" };
        await Sends.RunAsync(service, options, people.Take(4));

        var host = new RecordingHost();
        var summary = await Sends.RunAsync(service, options, people, host, new VirtualTime());

        var earlier = isDerived ? SendOutcome.AlreadyAccepted : SendOutcome.Rejected;
        Assert.Equal(
            Enumerable.Repeat(earlier, 4).Concat(Enumerable.Repeat(SendOutcome.Accepted, 5)),
            host.Results.Select(result => result.Outcome));
        Assert.Equal(9, taken.Count);
        Assert.Equal(isDerived ? 4 : 0, summary.TakenElsewhere);
    }

    [Theory]
    [InlineData(500, 500, 580)]
    [InlineData(500, 1, 30)]
    public async Task Whoever_was_taken_before_is_found_with_few_requests(int count, int takenBefore, int most)
    {
        object[] people = [.. Sends.People(count)];
        var taken = new HashSet<string>();
        var service = new FakeService(request =>
        {
            if (request.Keys.Any(taken.Contains))
            {
                return FakeResponse.Json(400, """{"errorcode":109110,"message":"Duplicate."}""");
            }

            taken.UnionWith(request.Keys);
            return FakeResponse.Accepted(request.Body);
        });
        var options = Sends.Email() with { RunId = "r", BatchSize = count };
        await Sends.RunAsync(service, options, people.Take(takenBefore));

        var host = new RecordingHost();
        await Sends.RunAsync(service, options, people, host, new VirtualTime());

        Assert.Equal(takenBefore, host.Results.Count(result => result.Outcome == SendOutcome.AlreadyAccepted));
        Assert.Equal(count - takenBefore, host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
        Assert.InRange(service.Requests.Count, 1, most);
    }

    private static Recipient Keyed(int number) => new()
    {
        ContactKey = $"contact-{number}",
        To = "a@example.com",
        MessageKey = $"k{number}",
    };
}
