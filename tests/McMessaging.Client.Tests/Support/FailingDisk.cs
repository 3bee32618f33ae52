namespace McMessaging.Client.Tests.Support;

/// <summary>A disk with room for so many bytes, which can keep what was written so many times.</summary>
internal sealed class FailingDisk(long room = long.MaxValue, int flushes = int.MaxValue)
{
    private readonly object _lock = new();
    private long _room = room;
    private int _flushes = flushes;

    /// <summary>Whether it failed already.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>How many of these bytes it takes.</summary>
    public int Take(int wanted)
    {
        lock (_lock)
        {
            var taken = (int)Math.Min(wanted, _room);
            _room -= taken;
            HasFailed |= taken < wanted;
            return taken;
        }
    }

    /// <summary>Whether it works again after its first failure to keep something.</summary>
    public bool FailsOnce { get; init; }

    /// <summary>Called when the disk has kept all that was written.</summary>
    public Action<FileStream> OnKept { get; init; } = _ => { };

    /// <summary>A journal's file on this disk.</summary>
    public (Stream Stream, Action Flush) Hold(FileStream file) => (new FailingStream(file, this), () => Keep(file));

    private void Keep(FileStream file)
    {
        lock (_lock)
        {
            var fails = _flushes-- <= 0 && !(FailsOnce && HasFailed);
            HasFailed |= fails;
            if (fails)
            {
                throw new IOException("Input/output error.");
            }
        }

        file.Flush(flushToDisk: true);
        OnKept(file);
    }
}
