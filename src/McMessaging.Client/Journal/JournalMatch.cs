namespace McMessaging.Journal;

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
