using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Errors;

/// <summary>Responses that are not as documented, and still leave no doubt.</summary>
public sealed class OddResponseTests
{
    [Theory]
    [InlineData("textHasErrors")]
    [InlineData("omitHasErrors")]
    public async Task A_triggered_send_is_accepted_or_rejected_however_hasErrors_is_told(string fault)
    {
        using var service = await Service.StartAsync(faults: SandboxFaults.Parse([$"{fault}=1"]));

        var results = await service.SendAsync(
            Make.Send(MessageChannel.Triggered),
            Make.Recipient(MessageChannel.Triggered, "good"),
            new Recipient { ContactKey = "ada", MessageKey = "bad" });

        Assert.Equal([SendOutcome.Accepted, SendOutcome.Rejected], results.Select(result => result.Outcome));
        Assert.Equal("InvalidOrMissingToAddress", results[1].ErrorName);
    }

    [Theory]
    [InlineData(MessageChannel.Email)]
    [InlineData(MessageChannel.Sms)]
    public async Task A_refusal_without_words_is_known_by_its_code(MessageChannel channel)
    {
        using var service = await Service.StartAsync(faults: SandboxFaults.Parse(["emptyMessage=1"]));

        var results = await service.SendAsync(
            Make.Send(channel), Make.Recipient(channel, "good"), Make.Malformed(channel, "bad"));

        Assert.Equal([SendOutcome.Accepted, SendOutcome.Rejected], results.Select(result => result.Outcome));
        Assert.Equal(109121, results[1].ErrorCode);
    }
}
