using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

public sealed class RecipientRateTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(11, 1)]
    [InlineData(100, 8)]
    [InlineData(6000, 500)]
    public void A_batch_begins_every_five_seconds_or_so_and_never_exceeds_the_rate(int perMinute, int largest) =>
        Assert.Equal(largest, RecipientRate.LargestBatch(perMinute));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(60, 5)]
    [InlineData(600, 50)]
    [InlineData(601, 17)]
    public void Batches_begin_at_even_distances(int perMinute, int batch)
    {
        var rate = new RecipientRate(perMinute);
        var begins = Run(rate, Enumerable.Repeat(batch, 40), _ => TimeSpan.Zero);

        var distances = begins.Zip(begins.Skip(1), (one, next) => (next.At - one.At).TotalSeconds).ToArray();
        var even = RecipientRate.Window.TotalSeconds / (perMinute / batch);
        Assert.All(distances, distance => Assert.InRange(distance, even - 0.06, even + 0.06));
        AssertNeverMore(begins, perMinute);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_window_has_more_however_late_the_service_has_a_batch(int seed)
    {
        var random = new Random(seed);
        var perMinute = random.Next(1, 300);
        var largest = RecipientRate.LargestBatch(perMinute);
        var batches = Enumerable.Range(0, 400).Select(_ => random.Next(1, largest + 1)).ToArray();

        var begins = Run(
            new RecipientRate(perMinute),
            batches,
            _ => TimeSpan.FromSeconds(random.Next(4) == 0 ? random.Next(90) : 0));

        AssertNeverMore(begins, perMinute);
    }

    [Fact]
    public void Who_is_under_way_counts_until_it_is_known_that_no_attempt_is_made()
    {
        var rate = new RecipientRate(10);
        rate.Begin(10, TimeSpan.Zero);

        Assert.True(rate.ReadyAt(1, Minute * 5) > Minute * 5);

        rate.Withdraw(10);
        Assert.True(rate.ReadyAt(1, Minute * 5) <= Minute * 5);
    }

    [Fact]
    public void What_an_earlier_run_began_in_its_last_minute_counts()
    {
        var rate = new RecipientRate(10);
        rate.CountEarlier(6, TimeSpan.FromSeconds(50), TimeSpan.Zero);
        rate.CountEarlier(4, TimeSpan.FromSeconds(20), TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromSeconds(11.5), rate.ReadyAt(1, TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromSeconds(41.5), rate.ReadyAt(7, TimeSpan.Zero));
    }

    [Fact]
    public void A_clock_that_was_set_back_since_then_counts_it_as_of_now()
    {
        var rate = new RecipientRate(10);
        rate.CountEarlier(10, TimeSpan.FromHours(-1), TimeSpan.Zero);

        Assert.Equal(RecipientRate.Window, rate.ReadyAt(1, TimeSpan.Zero));
    }

    [Fact]
    public void Whoever_was_let_go_before_may_go_at_any_time()
    {
        var rate = new RecipientRate(10);
        rate.Begin(10, TimeSpan.Zero);

        Assert.Equal(Minute, rate.ReadyAt(0, Minute));
        rate.Begin(0, Minute);
        rate.End(10, Minute);
        Assert.Equal(Minute + RecipientRate.Window, rate.ReadyAt(10, Minute));
    }

    // One batch after the other, each as soon as it may and ended some time after it began.
    private static List<(TimeSpan At, int Recipients)> Run(
        RecipientRate rate, IEnumerable<int> batches, Func<int, TimeSpan> lateness)
    {
        var now = TimeSpan.Zero;
        var pending = new PriorityQueue<int, TimeSpan>();
        var begins = new List<(TimeSpan, int)>();
        foreach (var batch in batches)
        {
            while (rate.ReadyAt(batch, now) is var ready && ready > now)
            {
                EndUntil(ready);
                now = ready;
            }

            rate.Begin(batch, now);
            pending.Enqueue(batch, now + lateness(batch));
            EndUntil(now);
        }

        EndUntil(TimeSpan.MaxValue);
        return begins;

        void EndUntil(TimeSpan until)
        {
            while (pending.TryPeek(out var batch, out var at) && at <= until)
            {
                rate.End(batch, at);
                begins.Add((at, batch));
                pending.Dequeue();
            }
        }
    }

    private static void AssertNeverMore(List<(TimeSpan At, int Recipients)> begins, int perMinute)
    {
        foreach (var (start, _) in begins)
        {
            var inWindow = begins.Where(begin => begin.At >= start && begin.At <= start + Minute);
            Assert.True(inWindow.Sum(begin => begin.Recipients) <= perMinute, $"from {start}");
        }
    }
}
