namespace McMessaging;

/// <summary>A member of an input object could not be read: its getter failed. A record reader throws it.</summary>
/// <param name="member">The member's name.</param>
/// <param name="cause">What the getter threw.</param>
public sealed class UnreadableMemberException(string member, Exception cause)
    : InvalidOperationException($"The property '{member}' could not be read: its getter failed.", cause)
{
    /// <summary>The member's name.</summary>
    public string Member { get; } = member;
}
