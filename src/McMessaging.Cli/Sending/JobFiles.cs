using McMessaging.Cli.Output;

namespace McMessaging.Cli.Sending;

/// <summary>Keeps a job from overwriting one of its own files.</summary>
internal static class JobFiles
{
    public static void Check(SendJob job)
    {
        CheckIsFile("--rejected", job.Options.RejectedPath);
        CheckIsFile("--journal", job.Options.JournalPath);
        CheckApart("--output", job.Output, "--input", job.Input.Path);
        CheckApart("--output", job.Output, "--journal", job.Options.JournalPath);
        CheckApart("--rejected", job.Options.RejectedPath, "--input", job.Input.Path);
        CheckApart("--rejected", job.Options.RejectedPath, "--output", job.Output);
        CheckApart("--rejected", job.Options.RejectedPath, "--journal", job.Options.JournalPath);
        CheckApart("--journal", job.Options.JournalPath, "--input", job.Input.Path);
        if (job.Options.RejectedPath is { } rejected)
        {
            CheckApart("--input", job.Input.Path, "the unfinished file of --rejected", UnfinishedFile.Of(rejected));
            CheckApart("--output", job.Output, "the unfinished file of --rejected", UnfinishedFile.Of(rejected));
        }
    }

    /// <exception cref="McException">Both options name one file.</exception>
    public static void CheckApart(string option, string? path, string other, string? otherPath)
    {
        if (IsSame(path, otherPath))
        {
            throw Clash(option, other);
        }
    }

    private static void CheckIsFile(string option, string? path)
    {
        if (OutputPath.Of(path) == "-")
        {
            throw new McException(
                "FileNeeded",
                McErrorCategory.InvalidArgument,
                $"{option} needs a file, not standard output.",
                "Give it a name; a file that is called - is ./-.");
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
