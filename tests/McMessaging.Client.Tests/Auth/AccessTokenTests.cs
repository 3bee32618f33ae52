using McMessaging.Auth;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Auth;

public sealed class AccessTokenTests
{
    private readonly VirtualTime _time = new(TimeSpan.Zero);

    [Theory]
    [InlineData("!aZ09~", true)]
    [InlineData("a b", false)]
    [InlineData(" ", false)]
    [InlineData("a\x7f", false)]
    [InlineData("a\n", false)]
    [InlineData("ä", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_token_is_visible_ASCII(string? value, bool isWellFormed) =>
        Assert.Equal(isWellFormed, AccessToken.IsWellFormed(value));

    [Theory]
    [InlineData(1000, 700)]
    [InlineData(600, 300)]
    [InlineData(400, 200)]
    public void It_is_fresh_until_300_seconds_or_half_its_life_are_left_and_usable_to_its_end(int life, int fresh)
    {
        var token = TokenOf(TimeSpan.FromSeconds(life));

        _time.Advance(TimeSpan.FromSeconds(fresh) - TimeSpan.FromTicks(1));
        var before = (token.IsFresh(_time), token.IsUsable(_time));
        _time.Advance(TimeSpan.FromTicks(1));
        var between = (token.IsFresh(_time), token.IsUsable(_time));
        _time.Advance(TimeSpan.FromSeconds(life - fresh));
        var after = (token.IsFresh(_time), token.IsUsable(_time));

        Assert.Equal(((true, true), (false, true), (false, false)), (before, between, after));
    }

    [Fact]
    public void Without_a_lifetime_it_is_fresh_for_ever()
    {
        var token = TokenOf(life: null);

        _time.Advance(TimeSpan.FromDays(1000));

        Assert.Equal((true, true, null), (token.IsFresh(_time), token.IsUsable(_time), token.ExpiresAt));
    }

    [Fact]
    public void Its_text_tells_its_end_and_not_the_token() => Assert.Equal(
        $"AccessToken until {_time.GetUtcNow().AddSeconds(60):O}", TokenOf(TimeSpan.FromSeconds(60)).ToString());

    private AccessToken TokenOf(TimeSpan? life) =>
        new("t0ken", new Uri("https://rest.example"), [], Moment.Now(_time), life);
}
