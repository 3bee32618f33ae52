namespace McMessaging.Sandboxing.Definitions;

internal enum FieldKind
{
    Text,
    Flag,
    Addresses,
    Status,
}
