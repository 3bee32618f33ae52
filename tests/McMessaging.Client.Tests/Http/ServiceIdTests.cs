using System.Text.Json;
using McMessaging.Client.Tests.Support;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Http;

public sealed class ServiceIdTests
{
    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void An_id_has_at_most_100_characters(int length, bool isId) =>
        Assert.Equal(isId, ServiceId.Of(new string('a', length)) is not null);

    [Theory]
    [InlineData("e2ddb203-ea53-4843-b2d4-9f8c0c862913", true)]
    [InlineData("r_9", true)]
    [InlineData("Xada@example.com", false)]
    [InlineData("for Ada", false)]
    [InlineData("\u001b[31mred", false)]
    [InlineData("", false)]
    public async Task An_id_that_repeats_the_request_or_moves_a_cursor_is_none(string id, bool isId)
    {
        var json = JsonSerializer.Serialize(id);
        var service = FakeService.Always(
            $$"""{"requestId":{{json}},"responses":[{"recipientSendId":{{json}},"hasErrors":false}]}""", 202);

        var host = await Sends.RunAsync(service, Sends.Triggered(), Sends.People(1));

        var result = Assert.IsType<TriggeredResult>(Assert.Single(host.Results));
        Assert.Equal(SendOutcome.Accepted, result.Outcome);
        var expected = isId ? id : null;
        Assert.Equal((expected, expected), (result.RequestId, result.RecipientSendId));
    }
}
