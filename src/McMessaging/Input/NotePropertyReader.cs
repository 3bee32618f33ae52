using System.Management.Automation;
using System.Reflection;

namespace McMessaging.Commands;

/// <summary>
/// Reads custom objects that have note properties only, as Import-Csv makes them, from where PowerShell keeps these.
/// To enumerate <see cref="PSObject.Properties"/> makes PowerShell add five hidden members to each object, and takes
/// longer than all the rest of a send.
/// </summary>
internal sealed class NotePropertyReader
{
    private static readonly Func<PSObject, IEnumerable<PSMemberInfo>>? MembersOf =
        Getter<IEnumerable<PSMemberInfo>>("InstanceMembers");

    private static readonly Func<PSObject, object>? TypeNamesOf = Getter<object>("InternalTypeNames");

    private readonly object? _plainTypeNames;

    public NotePropertyReader()
    {
        var plain = new PSObject();

        // Update-TypeData can give properties to all custom objects.
        if (MembersOf is not null && TypeNamesOf is not null && !plain.Properties.Any())
        {
            _plainTypeNames = TypeNamesOf(plain);
        }
    }

    /// <summary>Adds the properties to a record that is empty.</summary>
    /// <returns><c>false</c> if there may be others than note properties.</returns>
    public bool TryRead(PSObject custom, InputRecord record)
    {
        if (_plainTypeNames is null || !ReferenceEquals(TypeNamesOf!(custom), _plainTypeNames))
        {
            return false;
        }

        foreach (var member in MembersOf!(custom))
        {
            if (member is PSNoteProperty note)
            {
                record.Add(note.Name, note.Value);
            }
            else if (member is PSPropertyInfo)
            {
                record.Clear();
                return false;
            }
        }

        return true;
    }

    // Not part of PowerShell's contract: without them, everything works as well, but slower.
    private static Func<PSObject, TValue>? Getter<TValue>(string name) => typeof(PSObject)
        .GetProperty(name, BindingFlags.Instance | BindingFlags.NonPublic)?
        .GetMethod?
        .CreateDelegate<Func<PSObject, TValue>>();
}
