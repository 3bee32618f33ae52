namespace McMessaging.Journal;

/// <summary>
/// What is kept in memory of a message key, in 16 bytes for runs of millions; the rest is read from its outcome's line
/// when it is asked for.
/// </summary>
/// <param name="SentTicks">When it was first sent with an outcome that is still open, in UTC.</param>
/// <param name="PlaceAndState">Where its last outcome's line begins in the file (0: there is none); its state.</param>
internal readonly record struct JournalMark(long SentTicks, long PlaceAndState)
{
    private const int StateBits = 2;

    public JournalMark(JournalState state, long sentTicks, long place)
        : this(sentTicks, (place << StateBits) | (long)state)
    {
    }

    public JournalState State => (JournalState)(PlaceAndState & ((1 << StateBits) - 1));

    public long Place => PlaceAndState >> StateBits;

    public DateTimeOffset FirstSentAt => new(SentTicks, TimeSpan.Zero);
}
