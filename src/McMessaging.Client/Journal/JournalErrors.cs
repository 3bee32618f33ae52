using System.Globalization;

namespace McMessaging.Journal;

/// <summary>What can be wrong with a journal, in words for people.</summary>
internal static class JournalErrors
{
    public static McException InUse(string path, Exception cause) => new(
        "JournalInUse",
        McErrorCategory.ResourceBusy,
        $"The journal '{path}' is in use by another run.",
        "Wait for the other run to end, or use another journal for another send.",
        cause);

    public static McException BegunByOther(string path, string claimPath, Exception cause) => new(
        "JournalInUse",
        McErrorCategory.ResourceBusy,
        $"The journal '{path}' was begun by a run of another account.",
        $"Wait for that run to end. If there is none, it was killed: remove the empty file '{claimPath}'.",
        cause);

    public static McException CannotOpen(string path, Exception cause) => new(
        "JournalNotUsable",
        McErrorCategory.OpenError,
        $"The journal '{path}' cannot be opened for writing ({cause.Message.TrimEnd('.')}).",
        "Give another file, in a folder that this account may write to. Nothing was sent.",
        cause);

    public static McException CannotRead(string path, Exception cause) => new(
        "JournalNotReadable",
        McErrorCategory.OpenError,
        $"The journal '{path}' cannot be read ({cause.NamedAs(path, path).TrimEnd('.')}).",
        "Check the path, and that no run is writing the journal now.",
        cause);

    public static McException Damaged(string path, long line, string why, Exception? cause = null) => new(
        "JournalDamaged",
        McErrorCategory.InvalidData,
        string.Create(CultureInfo.InvariantCulture, $"The journal '{path}' is damaged at line {line}: {why}"),
        "Nothing was sent. Restore the journal from a copy. With a new journal and a new run id, recipients may be "
            + "sent to a second time.",
        cause);

    public static McException ChangedMeanwhile(string path, Exception? cause = null) => new(
        "JournalDamaged",
        McErrorCategory.InvalidData,
        $"The journal '{path}' was changed by something else while this run had it open.",
        "Restore the journal from a copy, and find out what else writes to it.",
        cause);

    public static McException OfVersion1(string path) => new(
        "NotAJournal",
        McErrorCategory.InvalidData,
        $"The journal '{path}' is in format 1, which was never released and is no longer read.",
        "Give the path of a new file. The file was left as it is.");

    public static McException NotAJournal(string path) => new(
        "NotAJournal",
        McErrorCategory.InvalidData,
        $"The file '{path}' is not a journal of McMessaging, or a newer version wrote it.",
        "Give the path of a new file, or of a journal that this version wrote. The file was left as it is.");

    public static McException OtherRun(string path, string what, string inJournal, string wanted) => new(
        "JournalOfAnotherRun",
        McErrorCategory.InvalidOperation,
        $"The journal '{path}' belongs to another run: its {what} is '{inJournal}', not '{wanted}'.",
        "Nothing was sent. Resume with the same command, or give a new file for a new run.");

    public static McException OtherShard(string path, string? inJournal, string? wanted) => new(
        "JournalOfAnotherRun",
        McErrorCategory.InvalidOperation,
        $"The journal '{path}' belongs to {(inJournal is null ? "a run without shards" : $"shard {inJournal}")}; "
            + $"this run {(wanted is null ? "has no shard" : $"is shard {wanted}")}.",
        "Nothing was sent. Resume with the same command, or give each shard a journal of its own.");

    public static McException Finished(string path, JournalContents contents) => NotTakenUp(
        "JournalFinished",
        path,
        contents,
        $"finished {Text(contents.LastWrittenAt)}");

    public static McException NotRecent(string path, JournalContents contents) => NotTakenUp(
        "JournalNotRecent",
        path,
        contents,
        $"was last written {Text(contents.LastWrittenAt)}, which is not within the last 12 hours");

    public static McException OtherInput(string path, JournalContents contents, long place) => NotTakenUp(
        "JournalOfAnotherInput",
        path,
        contents,
        string.Create(CultureInfo.InvariantCulture, $"had a different recipient at place {place} of its input"));

    public static McException CannotWrite(string path, Exception cause) => new(
        "JournalWriteFailed",
        McErrorCategory.WriteError,
        $"The journal '{path}' cannot be written ({cause.NamedAs(path, path).TrimEnd('.')}). "
            + "No further request was sent.",
        "Free space on the disk or repair it, then run the same command again: it resumes where this run ended.",
        cause);

    private static McException NotTakenUp(string id, string path, JournalContents contents, string why)
    {
        var run = contents.Header!;
        return new McException(
            id,
            McErrorCategory.InvalidOperation,
            // The way out is part of the message: scripts log "$_", which leaves out what is recommended.
            $"The journal '{path}' holds the run '{run.RunId}', which began {Text(run.CreatedAt)} and {why}. "
                + $"For a new run give a new file; for that same run give its id too: -RunId '{run.RunId}'.",
            "Nothing was sent.");
    }

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
