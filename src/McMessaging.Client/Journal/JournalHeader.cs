namespace McMessaging.Journal;

/// <summary>The first line of a journal: which run it belongs to.</summary>
/// <param name="RunId">The run that derived message keys belong to.</param>
/// <param name="Channel">The channel.</param>
/// <param name="DefinitionKey">The definition key, or the key or id of a triggered send.</param>
/// <param name="Account">The authentication host, and the business unit if one was asked for.</param>
/// <param name="CreatedAt">When the journal was begun.</param>
internal sealed record JournalHeader(
    string RunId, MessageChannel Channel, string DefinitionKey, string Account, DateTimeOffset CreatedAt);

/// <summary>Whether a journal belongs to the run that wants to resume with it.</summary>
internal static class JournalMatch
{
    /// <exception cref="McException">It belongs to another run; the message says in what it differs.</exception>
    public static void Check(string path, JournalHeader inJournal, JournalHeader wanted)
    {
        Compare(path, "channel", inJournal.Channel.ToString(), wanted.Channel.ToString());
        Compare(path, "definition key", inJournal.DefinitionKey, wanted.DefinitionKey);
        Compare(path, "account", inJournal.Account, wanted.Account);
        Compare(path, "run id", inJournal.RunId, wanted.RunId);
    }

    private static void Compare(string path, string what, string inJournal, string wanted)
    {
        if (inJournal != wanted)
        {
            throw JournalErrors.OtherRun(path, what, inJournal, wanted);
        }
    }
}
