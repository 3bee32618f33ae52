using System.Net;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tests.Http;

public class LoopbackServerTests
{
    [Fact]
    public async Task A_defect_is_a_500_with_its_type_and_without_its_message()
    {
        using var server = new LoopbackServer(
            LoopbackListener.Open(0),
            _ => throw new FormatException("something that must not leak"),
            new ServiceClock(TimeProvider.System, () => TimeSpan.Zero),
            TimeSpan.FromSeconds(30));
        server.Start();
        using var http = new HttpClient();

        using var response = await http.GetAsync(server.Uri);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("FormatException", text, StringComparison.Ordinal);
        Assert.DoesNotContain("leak", text, StringComparison.Ordinal);
    }
}
