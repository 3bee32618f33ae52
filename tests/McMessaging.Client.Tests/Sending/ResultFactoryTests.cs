using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

public sealed class ResultFactoryTests
{
    [Fact]
    public async Task Only_the_result_of_a_triggered_send_is_one_that_has_a_send_id()
    {
        var email = await Sends.RunAsync(new FakeService(), Sends.Email(), Sends.People(1));
        var triggered = await Sends.RunAsync(new FakeService(), Sends.Triggered(), Sends.People(1));

        Assert.IsType<RecipientResult>(Assert.Single(email.Results));
        Assert.IsType<TriggeredResult>(Assert.Single(triggered.Results));
    }
}
