using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Reports.Html;

/// <summary>The requests that took more than one attempt.</summary>
public sealed class RequestSectionTests
{
    private const string Table = "Last attempt began";

    [Fact]
    public void Where_none_took_more_than_one_attempt_it_says_so()
    {
        var page = Pages.Of(Pages.SentAfter(0), Pages.SentAfter(1));

        Assert.Contains("<p>Each of the 2 requests took one attempt.</p>\n</section>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Table, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(12, "2 more requests took more than one attempt.")]
    public void Ten_are_shown_and_the_rest_is_counted(int count, string? rest)
    {
        var page = Pages.Of(Enumerable.Range(0, count).Select(i => Pages.SentAfter(i) with { Attempts = 2 }));

        Assert.Contains(Table, page, StringComparison.Ordinal);
        Assert.Equal(rest is not null, page.Contains("more requests took", StringComparison.Ordinal));
        Assert.Contains(rest ?? Table, page, StringComparison.Ordinal);
    }
}
