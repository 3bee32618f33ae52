using System.Globalization;

namespace McMessaging.Load;

/// <summary>What a process held at one time.</summary>
internal sealed record ResourceSample(TimeSpan At, double MemoryMb, int Handles, int Sockets, int Threads)
{
    /// <summary>Looks at a process; <c>null</c> if it has ended. Linux tells it in <c>/proc</c>.</summary>
    public static ResourceSample? Take(int processId, TimeSpan at)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}");
        try
        {
            var status = File.ReadLines($"{folder}/status")
                .Select(line => line.Split(':', 2))
                .ToDictionary(parts => parts[0], parts => parts[1].Trim());
            var handles = Directory.GetFiles($"{folder}/fd");
            return status.TryGetValue("VmRSS", out var memory)
                ? new ResourceSample(
                    at, Number(memory) / 1024, handles.Length, handles.Count(IsSocket), (int)Number(status["Threads"]))
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static double Number(string text) => double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture);

    private static bool IsSocket(string handle)
    {
        try
        {
            return new FileInfo(handle).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed since the folder was listed.
            return false;
        }
    }
}
