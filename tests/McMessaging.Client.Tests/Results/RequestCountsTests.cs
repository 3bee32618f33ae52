namespace McMessaging.Client.Tests.Results;

public sealed class RequestCountsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);
    private readonly RequestCounts _counts = new();

    [Fact]
    public void A_request_counts_once_wherever_its_results_stand()
    {
        Assert.True(_counts.Add("r1", Start, 3));
        Assert.True(_counts.Add("r2", Start.AddSeconds(9), 1));
        Assert.False(_counts.Add("r1", Start, 3));

        Assert.Equal((2, 2), (_counts.Requests, _counts.Retries));
        Assert.Equal((Start, Start.AddSeconds(9)), (_counts.FirstSentAt, _counts.LastSentAt));
    }

    [Fact]
    public void Requests_without_a_response_are_told_apart_by_their_times()
    {
        _counts.Add(null, Start, 2);
        _counts.Add(null, Start, 2);
        _counts.Add(null, Start.AddSeconds(1), 2);

        Assert.Equal((2, 2), (_counts.Requests, _counts.Retries));
    }

    [Fact]
    public void The_first_and_the_last_are_those_by_time_whatever_the_order_of_the_results()
    {
        _counts.Add("r1", Start.AddSeconds(5), 1);
        _counts.Add("r2", Start.AddSeconds(9), 1);
        _counts.Add("r3", Start, 1);
        _counts.Add("r4", Start.AddSeconds(3), 1);

        Assert.Equal((Start, Start.AddSeconds(9)), (_counts.FirstSentAt, _counts.LastSentAt));
    }
}
