using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Sending;

/// <summary>Keeps a job from overwriting one of its own files.</summary>
internal static class JobFiles
{
    public static void Check(SendJob job)
    {
        var journal = job.Options.JournalPath;
        if (IsSame(job.Output, job.Input.Path))
        {
            throw Clash("--output", "--input");
        }

        if (IsSame(job.Output, journal))
        {
            throw Clash("--output", "--journal");
        }

        if (IsSame(journal, job.Input.Path))
        {
            throw Clash("--journal", "--input");
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
