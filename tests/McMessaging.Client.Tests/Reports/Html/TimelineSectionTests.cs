using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Reports.Html;

public sealed class TimelineSectionTests
{
    private const string Retries = "<figcaption>Retries</figcaption>";

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void There_is_a_chart_from_two_columns_on(double later, bool isThere)
    {
        var page = Pages.Of(Pages.SentAfter(0), Pages.SentAfter(later));

        Assert.Equal(isThere, page.Contains("Over time", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_scale_has_room_for_all_recipients_of_a_column_whatever_became_of_them()
    {
        var refused = Enumerable.Repeat(Pages.SentAfter(0, SendOutcome.Rejected), 5);

        var page = Pages.Of([.. Enumerable.Repeat(Pages.SentAfter(0), 6), .. refused, Pages.SentAfter(1)]);

        Assert.Contains("<div class=\"scale\"><span>20</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Retries_have_a_chart_where_there_were_any()
    {
        var retried = Pages.SentAfter(1) with { Attempts = 2 };

        Assert.DoesNotContain(
            Retries, Pages.Of(Pages.SentAfter(0), Pages.SentAfter(1)), StringComparison.Ordinal);
        Assert.Contains(Retries, Pages.Of(Pages.SentAfter(0), retried), StringComparison.Ordinal);
    }
}
