using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Requests;

/// <summary>
/// The rows of the retry matrix where the service decided: refusals of a request, and of single recipients, for
/// messages with keys of their own.
/// </summary>
public sealed class RetryLoopKeyedRefusalTests
{
    public static TheoryData<MessageChannel> Channels => [MessageChannel.Email, MessageChannel.Sms];

    public static TheoryData<MessageChannel, int> Refusals => Each(109105, 109106, 109108, 109109, 109121);

    public static TheoryData<MessageChannel, int> Final => Each(300, 400, 403, 404, 409, 415, 596);

    [Theory]
    [MemberData(nameof(Final))]
    public async Task A_300_400_403_404_409_415_or_596_is_not_retried(MessageChannel channel, int status)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Faults.Status(status, 10000));

        Assert.Equal((SendOutcome.Failed, 1), run.OutcomeAndAttempts);
        Assert.Empty(run.Time.Waits);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task An_item_with_a_code_in_a_202_is_rejected_and_not_retried(MessageChannel channel, int code)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Faults.RejectAll(code));

        Assert.Equal((SendOutcome.Rejected, 1), run.OutcomeAndAttempts);
        Assert.Equal(code, run.Result.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_derived_key_with_109110_on_the_first_attempt_was_accepted_earlier(
        MessageChannel channel)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Faults.RejectAll(109110));

        Assert.Equal((SendOutcome.AlreadyAccepted, 1), run.OutcomeAndAttempts);
    }

    [Fact]
    public async Task A_duplicate_derived_key_somewhere_in_a_refused_request_is_looked_for_one_by_one()
    {
        var host = await Sends.RunAsync(
            FakeService.Always("""{"errorcode":109110,"message":"Duplicate."}""", 400), Sends.Email(), Sends.People(2));

        Assert.All(host.Results, result => Assert.Equal(SendOutcome.AlreadyAccepted, result.Outcome));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_given_key_with_109110_on_the_first_attempt_is_rejected_as_a_duplicate(MessageChannel channel)
    {
        var run = await MatrixRun.OfGivenKeyAsync(Of(channel), Faults.RejectAll(109110));

        Assert.Equal((SendOutcome.Rejected, 1), run.OutcomeAndAttempts);
        Assert.Equal((109110, "Validation_DuplicateMessageKey"), (run.Result.ErrorCode, run.Result.ErrorName));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task An_item_with_109110_after_an_ambiguous_failure_was_accepted_earlier(MessageChannel channel)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Faults.Broken, Faults.RejectAll(109110));

        Assert.Equal((SendOutcome.AlreadyAccepted, 2), run.OutcomeAndAttempts);
        Assert.Equal(0, run.Result.ErrorCode);
        Assert.Empty(run.Host.Errors);
    }

    private static SendOptions Of(MessageChannel channel) =>
        channel == MessageChannel.Sms ? Sends.Sms() : Sends.Email();

    private static TheoryData<MessageChannel, int> Each(params int[] statuses)
    {
        var data = new TheoryData<MessageChannel, int>();
        foreach (var status in statuses)
        {
            data.Add(MessageChannel.Email, status);
            data.Add(MessageChannel.Sms, status);
        }

        return data;
    }
}
