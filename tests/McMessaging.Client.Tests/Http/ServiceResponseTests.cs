using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Http;

public sealed class ServiceResponseTests
{
    [Fact]
    public async Task Of_a_long_unreadable_body_the_first_200_characters_are_quoted()
    {
        var host = await OneResponse.RunAsync("a", "<html>" + new string('x', 10_000), 502);

        var result = Assert.Single(host.Results);
        Assert.EndsWith("HTTP 502: <html>" + new string('x', 194) + "…", result.Message, StringComparison.Ordinal);
        Assert.Contains("HTTP 502: <html>xxx", Assert.Single(host.Errors).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task White_space_and_lines_are_folded()
    {
        var result = Assert.Single(
            (await OneResponse.RunAsync("a", "  <p>\r\n\t one  two\n</p>\u001b[31m", 502)).Results);

        Assert.Contains("HTTP 502: <p> one two </p>", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_of_a_body_do_not_reach_the_terminal()
    {
        var result = Assert.Single((await OneResponse.RunAsync("a", "a\u001b[31m\u0007b", 502)).Results);

        Assert.DoesNotContain(result.Message!, char.IsControl);
    }

    [Fact]
    public async Task The_token_is_never_quoted()
    {
        var service = FakeService.Always("<pre>Authorization: Bearer token-1</pre>", 500);

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(1));

        Assert.DoesNotContain("token-1", Assert.Single(host.Results).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token-1", Assert.Single(host.Errors).Error.ToString(), StringComparison.Ordinal);
    }
}
