namespace McMessaging.Client.Tests.Properties;

/// <summary>What the model service does with one request.</summary>
public enum Fault
{
    None,
    NeverSent,
    DropBefore,
    DropAfter,
    Http500Before,
    Http500After,
    Http503Refused,
    Http503After,
    Http429,
    Blocked,
    HtmlBefore,
    HtmlAfter,
    Unauthorized,
    Forbidden,
    HalfResponse,
    ShuffledResponse,
    ShortResponse,
    ResponseWithoutKeys,
}
