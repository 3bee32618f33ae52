namespace McMessaging;

/// <summary>What an error code or name means.</summary>
/// <param name="Code">
/// The code; for <see cref="ErrorLevel.Http"/> the HTTP status; <c>null</c> for a name alone.
/// </param>
/// <param name="Name">The name, without <c>MCMS_UTM_</c>.</param>
/// <param name="Level">Where it turns up.</param>
/// <param name="Channels">The channels it turns up with.</param>
/// <param name="HttpStatus">The HTTP status that goes with it, where that is always the same.</param>
/// <param name="Meaning">What happened.</param>
/// <param name="RecommendedAction">What to do about it.</param>
/// <param name="RepeatHelps">Whether the same request can succeed later.</param>
public sealed record ErrorInfo(
    int? Code,
    string Name,
    ErrorLevel Level,
    IReadOnlyList<MessageChannel> Channels,
    int? HttpStatus,
    string Meaning,
    string RecommendedAction,
    RepeatHelps RepeatHelps)
{
    /// <summary>The code, the name and the meaning.</summary>
    public override string ToString() => $"{Code} {Name}: {Meaning}".TrimStart();
}
