namespace McMessaging.Formats;

/// <summary>What is sent for a batch.</summary>
internal sealed record BatchRequest(string Path, ReadOnlyMemory<byte> Body);
