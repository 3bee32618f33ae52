using System.Collections.Specialized;
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
    private static readonly Func<PSObject, IOrderedDictionary>? MembersOf = FindMembers();

    private static readonly Func<PSObject, object>? TypeNamesOf =
        Find(typeof(PSObject), "InternalTypeNames")?.CreateDelegate<Func<PSObject, object>>();

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

        // By their places: PowerShell's own enumerator copies them first.
        var members = MembersOf!(custom);
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
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

    // None of this is part of PowerShell's contract: without it, everything works as well, but slower.
    private static Func<PSObject, IOrderedDictionary>? FindMembers() =>
        Find(typeof(PSObject), "InstanceMembers") is { } collection
        && Find(collection.ReturnType, "Members") is { } members
            ? typeof(NotePropertyReader)
                .GetMethod(nameof(Join), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(collection.ReturnType)
                .CreateDelegate<Func<MethodInfo, MethodInfo, Func<PSObject, IOrderedDictionary>>>()(collection, members)
            : null;

    private static Func<PSObject, IOrderedDictionary> Join<TCollection>(MethodInfo collection, MethodInfo members)
    {
        var collectionOf = collection.CreateDelegate<Func<PSObject, TCollection>>();
        var membersOf = members.CreateDelegate<Func<TCollection, IOrderedDictionary>>();
        return custom => membersOf(collectionOf(custom));
    }

    private static MethodInfo? Find(Type type, string property) =>
        type.GetProperty(property, BindingFlags.Instance | BindingFlags.NonPublic)?.GetMethod;
}
