using System.Diagnostics;

namespace McMessaging.Load;

/// <summary>What a process held from its start to its end.</summary>
internal sealed class ResourceLog(string name, IReadOnlyList<ResourceSample> samples)
{
    private const int SamplesOfARun = 360;

    // The part of a run that may grow: code is compiled, caches and pools are filled.
    private const int WarmUpShare = 2;

    public string Name => name;

    public IReadOnlyList<ResourceSample> Samples => samples;

    public IReadOnlyList<Trend> Trends { get; } =
    [
        Trend.Of("memory (MB)", Steady(samples), sample => sample.MemoryMb),
        Trend.Of("handles", Steady(samples), sample => sample.Handles),
        Trend.Of("sockets", Steady(samples), sample => sample.Sockets),
        Trend.Of("threads", Steady(samples), sample => sample.Threads),
    ];

    /// <summary>Takes samples until the process has ended.</summary>
    public static async Task<ResourceLog> WatchAsync(string name, int processId, TimeSpan duration)
    {
        var begun = Stopwatch.GetTimestamp();
        var samples = new List<ResourceSample>();
        using var timer = new PeriodicTimer(duration / SamplesOfARun);
        while (ResourceSample.Take(processId, Stopwatch.GetElapsedTime(begun)) is { } sample && sample.At < duration)
        {
            samples.Add(sample);
            await timer.WaitForNextTickAsync();
        }

        return new ResourceLog(name, samples);
    }

    private static IReadOnlyList<ResourceSample> Steady(IReadOnlyList<ResourceSample> samples) =>
        [.. samples.Skip(samples.Count / WarmUpShare)];
}
