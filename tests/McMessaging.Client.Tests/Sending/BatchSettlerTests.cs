using System.Text.Json;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Responses that leave recipients open, and what settles them.</summary>
public sealed class BatchSettlerTests
{
    [Fact]
    public async Task Those_whom_a_400_names_without_a_code_are_sent_again_with_their_keys_and_called_taken()
    {
        var taken = new HashSet<string>();
        var service = new FakeService(request =>
        {
            var isFirst = request.Number == 1;
            var response = FakeResponse.OfEach(isFirst ? 400 : 202, request.Keys, key =>
                isFirst ? (key == "k2" ? 109121 : 0)
                : taken.Contains(key) ? 109110 : 0);
            taken.UnionWith(request.Keys.Where(key => key != "k2"));
            return response;
        });

        var host = await Sends.RunAsync(service, Sends.Email(), Keyed("k1", "k2", "k3"));

        Assert.Equal(
            [SendOutcome.AlreadyAccepted, SendOutcome.Rejected, SendOutcome.AlreadyAccepted],
            host.Results.Select(result => result.Outcome));
        Assert.Equal(["k1", "k3"], service.Requests[1].Keys);
    }

    [Fact]
    public async Task Those_whom_a_202_leaves_out_are_sent_again_alone_and_with_the_same_bytes()
    {
        var service = new FakeService(request => FakeResponse.OfEach(
            202, request.Number == 1 ? ["k1", "k4"] : request.Keys, _ => 0));

        var host = await Sends.RunAsync(service, Sends.Email(), Keyed("k1", "k2", "k3", "k4"));

        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        Assert.Equal(2, service.Requests.Count);
        Assert.Equal(
            Recipients(service.Requests[0]).Where(text => text.Contains("k2") || text.Contains("k3")),
            Recipients(service.Requests[1]));
        Assert.Equal([1, 2, 2, 1], host.Results.Select(result => result.Attempts));
    }

    [Fact]
    public async Task A_202_without_responses_is_asked_three_times_more_and_then_unknown()
    {
        var service = FakeService.Always("""{"requestId":"r","errorcode":0}""", 202);

        var host = await Sends.RunAsync(service, Sends.Email(), Keyed("k1", "k2"));

        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Unknown, result.Outcome));
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    public async Task A_109103_for_derived_keys_is_asked_again_because_all_may_have_been_taken_on_another_host()
    {
        var service = new FakeService(request => request.Number == 1
            ? FakeResponse.Json(400, """{"errorcode":109103,"message":"MCMS_UTM_Validation_NoValidSubscribers"}""")
            : FakeResponse.OfEach(400, request.Keys, _ => 109110));

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(2));

        Assert.All(host.Results, result => Assert.Equal(SendOutcome.AlreadyAccepted, result.Outcome));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_109103_that_stays_without_a_word_on_each_is_a_rejection()
    {
        var service = FakeService.Always("""{"errorcode":109103,"message":"None is valid."}""", 400);

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(2));

        Assert.All(host.Results, result =>
            Assert.Equal((SendOutcome.Rejected, 109103), (result.Outcome, result.ErrorCode)));
    }

    [Fact]
    public async Task Each_result_tells_of_the_requests_that_carried_its_recipient_and_of_no_other()
    {
        var service = new FakeService(request => request.Number == 1
            ? FakeResponse.OfEach(202, ["k1"], _ => 0)
            : FakeResponse.Json(403, """{"errorcode":20000,"message":"No."}"""));

        var host = await Sends.RunAsync(service, Sends.Email(), Keyed("k1", "k2"));

        Assert.Equal(
            [(202, "r-each", 1), (403, null, 2)],
            host.Results.Select(result => (result.HttpStatus, result.RequestId, result.Attempts)));
    }

    [Fact]
    public async Task No_retry_leaves_them_unknown()
    {
        var service = FakeService.Always("""{"requestId":"r","errorcode":0}""", 202);

        var host = await Sends.RunAsync(service, Sends.Email() with { MaxRetryCount = 0 }, Keyed("k1"));

        Assert.Equal(SendOutcome.Unknown, Assert.Single(host.Results).Outcome);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_refusal_of_the_second_request_never_calls_them_certainly_not_taken()
    {
        var service = new FakeService(request => request.Number == 1
            ? FakeResponse.OfEach(202, ["k1"], _ => 0)
            : FakeResponse.Json(403, """{"errorcode":20000,"message":"No."}"""));

        var host = await Sends.RunAsync(service, Sends.Email(), Keyed("k1", "k2"));

        Assert.Equal(
            [SendOutcome.Accepted, SendOutcome.Unknown], host.Results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task A_triggered_send_that_is_left_open_is_not_sent_again()
    {
        var service = FakeService.Always("""{"requestId":"r","responses":[]}""", 202);

        var host = await Sends.RunAsync(service, Sends.Triggered(), Sends.People(1));

        Assert.Equal(SendOutcome.Unknown, Assert.Single(host.Results).Outcome);
        Assert.Single(service.Requests);
    }

    private static IEnumerable<Recipient> Keyed(params string[] keys) => keys.Select(key => new Recipient
    {
        ContactKey = "contact-" + key,
        MessageKey = key,
        Attributes = new Dictionary<string, object> { ["Note"] = $"für {key}, \"2\"" },
    });

    private static string[] Recipients(FakeRequest request)
    {
        using var document = JsonDocument.Parse(request.Body);
        return document.RootElement.GetProperty("recipients").EnumerateArray()
            .Select(recipient => recipient.GetRawText()).ToArray();
    }
}
