namespace McMessaging;

/// <summary>Names a message.</summary>
/// <param name="Channel">Email or SMS.</param>
/// <param name="MessageKey">The key it was sent with.</param>
public readonly record struct MessageReference(MessageChannel Channel, string MessageKey)
{
    /// <summary>The channel and the key.</summary>
    public override string ToString() => OneLine.Of($"{Channel} {MessageKey}");
}
