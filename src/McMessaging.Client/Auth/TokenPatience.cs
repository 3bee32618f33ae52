namespace McMessaging.Auth;

/// <summary>How long somebody waits for a token.</summary>
/// <param name="Time">The time over all attempts.</param>
/// <param name="Attempts">The failed attempt that ends the wait.</param>
/// <param name="OnlyPassing">Whether trouble that looks lasting ends the wait at once.</param>
internal readonly record struct TokenPatience(TimeSpan Time, int Attempts, bool OnlyPassing)
{
    /// <summary>Somebody sits and waits: what looks lasting is an error at once, all else after a minute.</summary>
    public static TokenPatience WhileConnecting { get; } = new(TimeSpan.FromSeconds(60), 4, OnlyPassing: true);

    /// <summary>A request that waits as long as it may take, whatever the host says but a clear refusal.</summary>
    public static TokenPatience For(TimeSpan time) => new(time, int.MaxValue, OnlyPassing: false);
}
