namespace McMessaging.Sandboxing.Definitions;

internal enum FieldKind
{
    Text,
    Key,
    Flag,
    Addresses,
    Status,
    UrlShortener,
}
