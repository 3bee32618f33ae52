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

    public static McException CannotOpen(string path, Exception cause) => new(
        "JournalNotUsable",
        McErrorCategory.OpenError,
        $"The journal '{path}' cannot be opened for writing: {cause.Message}",
        "Give a path in a folder that this account may write to. Nothing was sent.",
        cause);

    public static McException CannotRead(string path, Exception cause) => new(
        "JournalNotReadable",
        McErrorCategory.OpenError,
        $"The journal '{path}' cannot be read: {cause.Message}",
        "Check the path, and that no run is writing the journal now.",
        cause);

    public static McException Damaged(string path, long line, string why) => new(
        "JournalDamaged",
        McErrorCategory.InvalidData,
        $"The journal '{path}' is damaged at line {line}: {why}",
        "Restore the journal from a copy. With a new journal, recipients may be sent to a second time.");

    public static McException NotAJournal(string path) => new(
        "NotAJournal",
        McErrorCategory.InvalidData,
        $"The file '{path}' is not a journal of McMessaging, or a newer version wrote it.",
        "Give the path of a new file, or of a journal that this version wrote. The file was left as it is.");

    public static McException OtherRun(string path, string what, string inJournal, string wanted) => new(
        "JournalOfAnotherRun",
        McErrorCategory.InvalidOperation,
        $"The journal '{path}' belongs to another run: its {what} is '{inJournal}', not '{wanted}'.",
        "Resume with the same command, or use a new journal file.");

    public static McException CannotWrite(string path, Exception cause) => new(
        "JournalWriteFailed",
        McErrorCategory.WriteError,
        $"The journal '{path}' cannot be written: {cause.Message} No further request was sent.",
        "Free space or mend the disk, then run the same command again: it goes on where this run ended.",
        cause);
}
