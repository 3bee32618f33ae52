namespace McMessaging;

/// <summary>How an SMS definition shortens the links in its text. What is <c>null</c> is left to the service.</summary>
public sealed record UrlShortenerOptions
{
    /// <summary>Whether links are shortened.</summary>
    public bool? IsLinkShorteningEnabled { get; init; }

    /// <summary>Whether it is tracked who follows a link.</summary>
    public bool? IsSubscriberTrackingEnabled { get; init; }

    /// <summary>The service's word for who shortens them, e.g. <c>SFMC</c>.</summary>
    public string? ShortenerType { get; init; }

    /// <summary>The service's word for who shortens links.</summary>
    public override string ToString() => OneLine.Of(ShortenerType);
}
