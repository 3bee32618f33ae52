using McMessaging.Benchmarks.Support;

namespace McMessaging.Benchmarks.Allocations;

/// <summary>Allocated bytes per recipient over whole sends: all of the Client, without the result objects.</summary>
internal static class AllocationTable
{
    private const int Rounds = 5;

    public static async Task PrintAsync(int recipients)
    {
        Console.WriteLine(FormattableString.Invariant($"{recipients} recipients, {Rounds} rounds\n"));
        Console.WriteLine("| bytes per recipient, without the result object | median | min | max | target |");
        Console.WriteLine("|:--|--:|--:|--:|--:|");
        await PrintRowAsync("rows of text with 3 attributes", People.Rows(recipients), target: 500);
        await PrintRowAsync("dictionaries with 3 attributes", People.Dictionaries(recipients), target: 700);
    }

    private static async Task PrintRowAsync(string what, object[] input, int target)
    {
        using var send = await MeasuredSend.ConnectAsync();
        await send.RunAsync(input);
        var bytes = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            bytes[round] = await send.RunAsync(input);
        }

        Array.Sort(bytes);
        Console.WriteLine(FormattableString.Invariant(
            $"| {what} | {bytes[Rounds / 2]:0} | {bytes[0]:0} | {bytes[^1]:0} | <= {target} |"));
    }
}
