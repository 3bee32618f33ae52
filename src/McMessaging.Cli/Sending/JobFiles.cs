namespace McMessaging.Cli.Sending;

/// <summary>Keeps a job from overwriting one of its own files.</summary>
internal static class JobFiles
{
    public static void Check(SendJob job)
    {
        CheckApart("--output", job.Output, "--input", job.Input.Path);
        CheckApart("--output", job.Output, "--journal", job.Options.JournalPath);
        CheckApart("--rejected", job.Options.RejectedPath, "--input", job.Input.Path);
        CheckApart("--rejected", job.Options.RejectedPath, "--output", job.Output);
        CheckApart("--rejected", job.Options.RejectedPath, "--journal", job.Options.JournalPath);
        CheckApart("--journal", job.Options.JournalPath, "--input", job.Input.Path);
    }

    /// <exception cref="McException">Both options name one file.</exception>
    public static void CheckApart(string option, string? path, string other, string? otherPath)
    {
        if (IsSame(path, otherPath))
        {
            throw Clash(option, other);
        }
    }

    private static bool IsSame(string? path, string? other) =>
        path is not (null or "-") && other is not (null or "-") && FileIdentity.AreSame(path, other);

    private static McException Clash(string option, string other) => new(
        "SameFileTwice",
        McErrorCategory.InvalidArgument,
        $"{option} and {other} are the same file.",
        "Give each its own.");
}
