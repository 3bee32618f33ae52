using McMessaging.Commands;

namespace McMessaging.Tests.Pipeline;

public sealed class AsyncSequenceTests
{
    private int _asked;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Taking_some_asks_for_no_more(int count)
    {
        Assert.Equal(Enumerable.Range(1, count), await ListAsync(AsyncSequence.Take(NumbersAsync(), count)));
        Assert.Equal(count, _asked);
    }

    [Fact]
    public async Task Taking_more_than_there_are_takes_all() =>
        Assert.Equal([1, 2, 3, 4], await ListAsync(AsyncSequence.Take(NumbersAsync(), 10)));

    [Fact]
    public async Task Only_what_is_wanted_passes() =>
        Assert.Equal([2, 4], await ListAsync(AsyncSequence.Where(NumbersAsync(), number => number % 2 == 0)));

    private static async Task<List<int>> ListAsync(IAsyncEnumerable<int> numbers)
    {
        var list = new List<int>();
        await foreach (var number in numbers)
        {
            list.Add(number);
        }

        return list;
    }

    private async IAsyncEnumerable<int> NumbersAsync()
    {
        while (_asked < 4)
        {
            await Task.Yield();
            yield return ++_asked;
        }
    }
}
