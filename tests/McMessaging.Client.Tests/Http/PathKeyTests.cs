using McMessaging.Http;

namespace McMessaging.Client.Tests.Http;

public sealed class PathKeyTests
{
    [Theory]
    [InlineData("nFL4ULgheUeaGbPIMzJJSw", "nFL4ULgheUeaGbPIMzJJSw")]
    [InlineData("gHQ3VLsfCEOuAC2sl-CV1Q_~.", "gHQ3VLsfCEOuAC2sl-CV1Q_~.")]
    [InlineData("order 12", "order%2012")]
    [InlineData("a?b#c&d=e+f:g", "a%3Fb%23c%26d%3De%2Bf%3Ag")]
    [InlineData("größe€😀", "gr%C3%B6%C3%9Fe%E2%82%AC%F0%9F%98%80")]
    public void A_key_is_escaped(string key, string escaped) =>
        Assert.Equal(escaped, PathKey.Escape(key, "message key"));

    [Theory]
    [InlineData("orders/12")]
    [InlineData("/12")]
    [InlineData("orders\\12")]
    [InlineData("100%")]
    [InlineData("a%2Fb")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("half\ud83d")]
    public void A_key_that_could_become_another_address_is_refused_by_name(string key)
    {
        var error = Assert.Throws<McException>(() => PathKey.Escape(key, "message key"));

        Assert.Equal("KeyNotUsableInAddress", error.ErrorId);
        Assert.Equal(McErrorCategory.InvalidArgument, error.Category);
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public void No_key_at_all_is_not_safe() => Assert.False(PathKey.IsSafe(""));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_missing_key_is_refused(string? key) =>
        Assert.Equal("MissingKey", Assert.Throws<McException>(() => PathKey.Escape(key, "message key")).ErrorId);
}
