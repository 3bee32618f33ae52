using McMessaging.Retrying;

namespace McMessaging.Journal;

/// <summary>
/// Whether a run may take up a journal that is there already. One journal is one run: where a job uses one file night
/// after night, what yesterday's run accepted must not pass for today's.
/// </summary>
internal static class JournalLife
{
    private const string WholeInput = "1/1";
    private static readonly TimeSpan TakenUpWithin = TimeSpan.FromHours(12);

    /// <param name="path">The file.</param>
    /// <param name="contents">What is in it.</param>
    /// <param name="wanted">The run that wants it.</param>
    /// <param name="isRunIdGiven">Whether the user named the run, and so means this very one.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="McException">It may not; the message says whose it is and what to give.</exception>
    public static void Check(
        string path, JournalContents contents, JournalHeader wanted, bool isRunIdGiven, DateTimeOffset now)
    {
        var header = contents.Header!;
        Compare(path, "channel", header.Channel.ToString(), wanted.Channel.ToString());
        Compare(path, "definition key", header.DefinitionKey, wanted.DefinitionKey);
        Compare(path, "account", header.Account, wanted.Account);
        if ((header.Shard ?? WholeInput) != (wanted.Shard ?? WholeInput))
        {
            throw JournalErrors.OtherShard(path, header.Shard, wanted.Shard);
        }

        if (isRunIdGiven)
        {
            Compare(path, "run id", header.RunId, wanted.RunId);
            return;
        }

        if (contents.IsFinished)
        {
            throw JournalErrors.Finished(path, contents);
        }

        if (!WallClock.IsWithin(TakenUpWithin, contents.LastWrittenAt, now))
        {
            throw JournalErrors.NotRecent(path, contents);
        }
    }

    private static void Compare(string path, string what, string inJournal, string wanted)
    {
        if (inJournal != wanted)
        {
            throw JournalErrors.OtherRun(path, what, inJournal, wanted);
        }
    }
}
