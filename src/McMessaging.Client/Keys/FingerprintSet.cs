namespace McMessaging.Keys;

/// <summary>
/// A set of 128-bit fingerprints in one flat array: 16 bytes an entry and no garbage, because a run may have millions.
/// </summary>
internal sealed class FingerprintSet
{
    private UInt128[] _slots = new UInt128[1024];
    private int _count;
    private bool _hasZero;

    /// <summary>Adds a fingerprint; <c>false</c> if it was there.</summary>
    public bool Add(UInt128 fingerprint)
    {
        if (fingerprint == UInt128.Zero)
        {
            bool isNew = !_hasZero;
            _hasZero = true;
            return isNew;
        }

        if (_count >= _slots.Length / 4 * 3) Grow();
        int slot = SlotOf(_slots, fingerprint);
        if (_slots[slot] == fingerprint) return false;
        _slots[slot] = fingerprint;
        _count++;
        return true;
    }

    private static int SlotOf(UInt128[] slots, UInt128 fingerprint)
    {
        int mask = slots.Length - 1;
        int slot = (int)(uint)fingerprint & mask;
        while (slots[slot] != UInt128.Zero && slots[slot] != fingerprint) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var larger = new UInt128[_slots.Length * 2];
        foreach (UInt128 fingerprint in _slots)
        {
            if (fingerprint != UInt128.Zero) larger[SlotOf(larger, fingerprint)] = fingerprint;
        }

        _slots = larger;
    }
}
