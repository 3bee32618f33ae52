using System.Globalization;

namespace McMessaging.Journal;

/// <summary>
/// Tells whether a journal belongs to an input: fingerprints of the recipients at its first places. So many that a list
/// which begins with the same few people every time is not taken for the same input.
/// </summary>
internal sealed class FirstRecipients
{
    public const int MaxCount = 32;
    private readonly object _lock = new();
    private readonly string?[] _fingerprints = new string?[MaxCount];
    private readonly List<int> _unwritten = [];

    /// <summary>The last place, from 1, that the journal knows; 0: none.</summary>
    public int LastKnown { get; private set; }

    /// <summary>Takes over what a journal says.</summary>
    /// <exception cref="FormatException">There is no such place.</exception>
    public void Load(int place, string fingerprint)
    {
        if (place is < 1 or > MaxCount)
        {
            throw new FormatException("There is no such place.");
        }

        _fingerprints[place - 1] = fingerprint;
        LastKnown = Math.Max(LastKnown, place);
    }

    /// <summary>Whether a recipient may stand at this place; <c>null</c>: an object that is no recipient.</summary>
    public bool Allows(long place, string? fingerprint) =>
        place > MaxCount || _fingerprints[place - 1] is not { } known || known == fingerprint;

    /// <summary>Keeps a recipient of this run, for the next time something is written.</summary>
    public void Note(long place, string fingerprint)
    {
        lock (_lock)
        {
            if (_fingerprints[place - 1] is null)
            {
                _fingerprints[place - 1] = fingerprint;
                _unwritten.Add((int)place);
            }
        }
    }

    /// <summary>What was noted since the last call: places and fingerprints.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TakeUnwritten()
    {
        lock (_lock)
        {
            KeyValuePair<string, string>[] taken =
            [
                .. _unwritten.Select(place => KeyValuePair.Create(
                    place.ToString(CultureInfo.InvariantCulture), _fingerprints[place - 1]!)),
            ];
            _unwritten.Clear();
            return taken;
        }
    }
}
