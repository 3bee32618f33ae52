using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace McMessaging.Sandboxing.Messages;

/// <summary>
/// The message keys that were ever accepted, and when, in at most 64 bytes each however long they are: a hash of 16
/// bytes and a time of 8, in tables that are at least half full. Its user locks.
/// </summary>
internal sealed class AcceptedKeys
{
    // Many small tables, so that growing one of them takes next to no memory beside it.
    private const int TableCount = 1024;
    private const int LongestOnStack = 512;

    private readonly Table[] _tables = new Table[TableCount];

    public AcceptedKeys() => Clear();

    public int Count => _tables.Sum(table => table.Count);

    /// <summary>Bytes taken by all keys together.</summary>
    public long Bytes => _tables.Sum(table => table.Bytes);

    /// <summary>When the key was last accepted in the business unit; null when it never was.</summary>
    public DateTimeOffset? Find(long accountId, string key)
    {
        var wanted = SlotOf(accountId, key, ticks: 0);
        var found = TableOf(wanted).Find(wanted);
        return found.IsFree ? null : new DateTimeOffset(found.Ticks, TimeSpan.Zero);
    }

    public void Set(long accountId, string key, DateTimeOffset acceptedAt)
    {
        var slot = SlotOf(accountId, key, acceptedAt.UtcTicks);
        TableOf(slot).Set(slot);
    }

    public void Clear()
    {
        for (var i = 0; i < TableCount; i++)
        {
            _tables[i] = new Table();
        }
    }

    /// <summary>A number that stands for a key of a business unit.</summary>
    public static ulong HashOf(long accountId, string key) => SlotOf(accountId, key, ticks: 0).High;

    private Table TableOf(Slot slot) => _tables[slot.High % TableCount];

    private static Slot SlotOf(long accountId, string key, long ticks)
    {
        var longest = sizeof(long) + Encoding.UTF8.GetMaxByteCount(key.Length);
        var bytes = longest <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[longest];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, accountId);
        var length = sizeof(long) + Encoding.UTF8.GetBytes(key, bytes[sizeof(long)..]);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        return new Slot(
            BinaryPrimitives.ReadUInt64LittleEndian(hash),
            BinaryPrimitives.ReadUInt64LittleEndian(hash[sizeof(ulong)..]),
            ticks);
    }

    private readonly record struct Slot(ulong High, ulong Low, long Ticks)
    {
        public const int Size = 24;

        public bool IsFree => Ticks == 0;

        public bool IsOf(Slot other) => High == other.High && Low == other.Low;
    }

    private sealed class Table
    {
        private const double MostFull = 0.8;

        private Slot[] _slots = new Slot[8];

        public int Count { get; private set; }

        public long Bytes => (long)_slots.Length * Slot.Size;

        /// <summary>The slot of a key, or the free one where it belongs.</summary>
        public Slot Find(Slot wanted) => _slots[IndexOf(_slots, wanted)];

        public void Set(Slot slot)
        {
            var index = IndexOf(_slots, slot);
            var isNew = _slots[index].IsFree;
            _slots[index] = slot;
            if (isNew && ++Count > _slots.Length * MostFull)
            {
                Grow();
            }
        }

        private void Grow()
        {
            var larger = new Slot[(_slots.Length * 3 / 2) + 1];
            foreach (var slot in _slots.Where(slot => !slot.IsFree))
            {
                larger[IndexOf(larger, slot)] = slot;
            }

            _slots = larger;
        }

        private static int IndexOf(Slot[] slots, Slot wanted)
        {
            var index = (int)(wanted.Low % (ulong)slots.Length);
            while (!slots[index].IsFree && !slots[index].IsOf(wanted))
            {
                index = index + 1 == slots.Length ? 0 : index + 1;
            }

            return index;
        }
    }
}
