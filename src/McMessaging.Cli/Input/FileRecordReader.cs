using System.Text.Json;

namespace McMessaging.Cli.Input;

/// <summary>Reads CSV rows and JSON objects. The values of JSON stay as they are: the mapping knows them.</summary>
internal sealed class FileRecordReader : IRecordReader
{
    public bool TryRead(object? input, InputRecord record)
    {
        switch (input)
        {
            case CsvRow row:
                for (var i = 0; i < row.Values.Length; i++)
                {
                    record.Add(row.Names[i], row.Values[i]);
                }

                return true;
            case JsonElement { ValueKind: JsonValueKind.Object } element:
                foreach (var member in element.EnumerateObject())
                {
                    record.Add(RecordNames.Of(member), member.Value);
                }

                return true;
            default:
                return false;
        }
    }

    public object? Unwrap(object? value) => value;
}
