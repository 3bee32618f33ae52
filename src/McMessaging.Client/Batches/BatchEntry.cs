namespace McMessaging.Batches;

/// <summary>A recipient that a batch is to send to.</summary>
/// <param name="Index">The input object's place in the input, from 1.</param>
/// <param name="MessageKey">The key it is sent with.</param>
/// <param name="ContactKey">The contact key.</param>
/// <param name="To">The address.</param>
internal readonly record struct BatchEntry(long Index, string MessageKey, string ContactKey, string? To)
{
    /// <summary>Whether the key was derived from the run's id: nobody but this very run sends with it.</summary>
    public bool KeyIsDerived { get; init; }

    /// <summary>When an earlier run sent it that never learned the outcome; 0 if none did.</summary>
    public long FirstSentTicks { get; init; }

    /// <summary>Whether the service may have taken it before.</summary>
    public bool MayBeTaken => FirstSentTicks > 0;
}
