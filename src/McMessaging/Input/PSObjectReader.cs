using System.Data;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Reads what PowerShell passes on: custom objects, rows, dictionaries and .NET objects.</summary>
internal sealed class PSObjectReader : DictionaryReader
{
    private readonly NotePropertyReader _noteProperties = new();

    public override bool TryRead(object? input, InputRecord record)
    {
        // Rows of Import-Csv and their like: nothing need be made to tell them from the rest.
        if (input is PSObject { BaseObject: PSCustomObject } wrapper)
        {
            AddProperties(wrapper, record);
            return true;
        }

        if (base.TryRead(input, record))
        {
            return true;
        }

        switch (Unwrap(input))
        {
            case CustomObject custom:
                AddProperties(custom.Wrapper, record);
                return true;
            case DataRowView view:
                AddColumns(view.Row, record);
                return true;
            case DataRow row:
                AddColumns(row, record);
                return true;
            case { } value when HasMembers(value):
                AddProperties(PSObject.AsPSObject(input), record);
                return true;
            default:
                return false;
        }
    }

    public override object? Unwrap(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } wrapper => new CustomObject(wrapper),
        PSObject wrapper => wrapper.BaseObject,
        _ => value,
    };

    private static bool HasMembers(object value) =>
        Type.GetTypeCode(value.GetType()) == TypeCode.Object
        && value is not (Guid or TimeSpan or DateTimeOffset or DateOnly or TimeOnly or Uri or Type)
        && LanguagePrimitives.GetEnumerable(value) is null;

    private void AddProperties(PSObject wrapper, InputRecord record)
    {
        if (!_noteProperties.TryRead(wrapper, record))
        {
            AddEachProperty(wrapper, record);
        }
    }

    private static void AddEachProperty(PSObject wrapper, InputRecord record)
    {
        foreach (var property in wrapper.Properties)
        {
            if (property.IsGettable)
            {
                record.Add(property.Name, ValueOf(property));
            }
        }
    }

    // A row's adapter also shows the table, the row state and an array of all values.
    private static void AddColumns(DataRow row, InputRecord record)
    {
        foreach (DataColumn column in row.Table.Columns)
        {
            record.Add(column.ColumnName, row[column]);
        }
    }

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException exception) when (exception.InnerException is PipelineStoppedException)
        {
            throw new PipelineStoppedException();
        }
        catch (GetValueException exception)
        {
            throw new UnreadableMemberException(property.Name, exception);
        }
    }

    /// <summary>
    /// An object whose members are on its wrapper. The wrapper itself claims to be formattable, as a single value is.
    /// </summary>
    private sealed record CustomObject(PSObject Wrapper);
}
