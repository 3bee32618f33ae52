using McMessaging.Files;

namespace McMessaging.Journal;

/// <summary>What was found in a journal.</summary>
/// <param name="length">The length of the file in bytes, if it is known.</param>
internal sealed class JournalContents(long length = 0)
{
    // A key in its intent, and the line of its outcome.
    private const int BytesOfKey = 160;

    /// <summary>Whose journal it is; <c>null</c> if there is none yet.</summary>
    public JournalHeader? Header { get; set; }

    public JournalIndex Index { get; } = new(length / BytesOfKey);

    public FirstRecipients First { get; } = new();

    public RecentIntents Recent { get; } = new();

    /// <summary>The number of whole lines.</summary>
    public long LineCount { get; set; }

    /// <summary>The length of all whole lines in bytes. What follows was torn off when a run was killed.</summary>
    public long WholeLength { get; set; }

    /// <summary>Whether the last line is whole but for its line end.</summary>
    public bool LacksLineEnd { get; set; }

    /// <summary>The last time that was noted.</summary>
    public DateTimeOffset LastWrittenAt { get; set; }

    /// <summary>The file of rejected rows as the last run left it; <c>null</c>: it left none, or was killed.</summary>
    public FileState? Rejected { get; set; }

    /// <summary>Whether the last line says that the run reached its end.</summary>
    public bool IsFinished { get; set; }
}
