using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Reports.Html;

/// <summary>The requests that took more than one attempt.</summary>
public sealed class RequestSectionTests
{
    private const string Table = "Last attempt began";

    [Theory]
    [InlineData(1, "The one request")]
    [InlineData(2, "Each of the 2 requests")]
    [InlineData(1200, "Each of the 1,200 requests")]
    public void Where_none_took_more_than_one_attempt_it_says_so(int count, string requests)
    {
        var page = Pages.Of(Enumerable.Range(0, count).Select(i => Pages.SentAfter(i)));

        Assert.Contains($"<p>{requests} took one attempt.</p>\n</section>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Table, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, ">1 more request took more than one attempt.")]
    [InlineData(12, ">2 more requests took more than one attempt.")]
    public void Ten_are_shown_and_the_rest_is_counted(int count, string? rest)
    {
        var page = Pages.Of(Enumerable.Range(0, count).Select(i => Pages.SentAfter(i) with { Attempts = 2 }));

        Assert.Contains(Table, page, StringComparison.Ordinal);
        Assert.Equal(rest is not null, page.Contains(" took more than one attempt.</p>", StringComparison.Ordinal));
        Assert.Contains(rest ?? Table, page, StringComparison.Ordinal);
    }
}
