namespace McMessaging.Client.Tests.Properties;

/// <summary>What may happen to a journal between two runs.</summary>
public enum JournalDamage
{
    None,
    FlippedBit,
    LostLine,
    DoubledLine,
    SwappedLines,
    LostLastLine,
}
