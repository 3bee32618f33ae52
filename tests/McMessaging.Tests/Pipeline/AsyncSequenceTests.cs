using McMessaging.Commands;

namespace McMessaging.Tests.Pipeline;

public sealed class AsyncSequenceTests
{
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

    private static async IAsyncEnumerable<int> NumbersAsync()
    {
        for (var number = 1; number <= 4; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }
}
