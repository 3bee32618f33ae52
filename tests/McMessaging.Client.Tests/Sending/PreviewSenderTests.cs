using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

public sealed class PreviewSenderTests
{
    private static readonly SendOptions Options = Sends.Email() with { PreviewOnly = true, BatchSize = 2 };

    [Fact]
    public async Task Input_that_makes_no_request_has_results_and_no_preview()
    {
        var host = await Sends.RunAsync(new FakeService(), Options, ["no recipient", 17]);

        Assert.Empty(host.Previews);
        Assert.Equal(2, host.Results.Count(result => result.Outcome == SendOutcome.Rejected));
    }

    [Fact]
    public async Task What_would_be_sent_has_a_preview_and_no_results()
    {
        var host = await Sends.RunAsync(new FakeService(), Options, Sends.People(4));

        Assert.Equal([2, 2], host.Previews.Select(preview => preview.RecipientCount));
        Assert.Empty(host.Order);
    }
}
