namespace McMessaging.Status;

/// <summary>What can be wrong with a checkpoint, in words for people.</summary>
internal static class CheckpointErrors
{
    public static McException CannotRead(string path, Exception cause) => new(
        "CheckpointNotReadable",
        McErrorCategory.OpenError,
        $"The checkpoint '{path}' cannot be read ({cause.Message.TrimEnd('.')}).",
        "Give a file in a folder that exists and that this account may write to. No request was made.",
        cause);

    public static McException CannotBegin(string path, Exception cause) => new(
        "CheckpointNotWritable",
        McErrorCategory.OpenError,
        $"The checkpoint '{path}' cannot be written ({cause.Message.TrimEnd('.')}).",
        "No request was made. Give a file in a folder that this account may write to.",
        cause);

    public static McException CannotWrite(string path, Exception cause) => new(
        "CheckpointNotWritable",
        McErrorCategory.WriteError,
        $"The checkpoint '{path}' cannot be written ({cause.Message.TrimEnd('.')}).",
        "Free space on the disk, or give a file in a folder that this account may write to. It stayed as it was, so "
            + "that the next listing repeats this one.",
        cause);

    public static McException Damaged(string path) => new(
        "CheckpointDamaged",
        McErrorCategory.InvalidData,
        $"The file '{path}' is not a checkpoint of messages not sent, or it is damaged.",
        "No request was made. Restore it from a copy, or give a new file, and the last event that is known with "
            + "-LastEventId. Without that the list begins with the first event that the service remembers.");

    public static McException OfAnother(
        string path, string account, string channel, string wantedAccount, MessageChannel wantedChannel) => new(
        "CheckpointOfAnotherList",
        McErrorCategory.InvalidOperation,
        $"The checkpoint '{path}' belongs to {channel} of {account}, not to {wantedChannel} of {wantedAccount}.",
        "No request was made. Give each account and channel a checkpoint of its own.");
}
