namespace McMessaging.Rejected;

/// <summary>What can be wrong with a file of rejected rows, in words for people.</summary>
internal static class RejectedErrors
{
    public static McException Exists(string path, bool holdsOther) => new(
        "RejectedPathExists",
        McErrorCategory.ResourceExists,
        $"The file for rejected rows, '{path}', exists{(holdsOther ? " and does not hold rejected rows" : "")}.",
        "Nothing was sent. Give -RejectedPath a new name, or remove the file once its rows are dealt with. Only a "
            + "resumed journal may replace it.");

    public static McException IsJournal(string path) => new(
        "SameFileTwice",
        McErrorCategory.InvalidArgument,
        $"The file for rejected rows, '{path}', is the journal.",
        "Give each its own.");

    public static McException NeedsJsonLines(string why) => new(
        "RejectedRowsNeedJsonLines",
        McErrorCategory.InvalidArgument,
        $"Rejected rows cannot be kept as CSV: {why}",
        "Give -RejectedPath a name that ends in .jsonl, then send again; the results say what was sent before.");

    public static McException CannotOpen(string path, Exception cause) => new(
        "RejectedPathNotWritable",
        McErrorCategory.OpenError,
        $"The file for rejected rows, '{path}', cannot be opened for writing: {cause.Message}",
        "Nothing was sent. Give -RejectedPath another file, in a folder that this account may write to.",
        cause);

    /// <param name="path">The file.</param>
    /// <param name="cause">What the system says.</param>
    /// <param name="unfinishedPath">Where the rows are that could be written, if not in the file itself.</param>
    public static McException CannotWrite(string path, Exception cause, string? unfinishedPath) => new(
        "RejectedPathNotWritable",
        McErrorCategory.WriteError,
        $"The file for rejected rows, '{path}', cannot be written: {cause.Message.TrimEnd('.')}. "
            + "No further request was sent.",
        (unfinishedPath is null
            ? "The file lacks rows; the results have them all."
            : $"It is the earlier file still; '{unfinishedPath}' has the rows that could be written, the results have "
                + "all.")
            + " Free space on the disk, then send again.",
        cause);
}
