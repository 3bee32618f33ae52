using System.Text.Encodings.Web;
using System.Text.Json;
using McMessaging.Recipients;

namespace McMessaging.Cli.Input;

/// <summary>Reads CSV rows and JSON objects into records.</summary>
internal sealed class FileRecordReader : IRecordReader
{
    private static readonly JsonSerializerOptions CompactText = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public bool TryRead(object? input, InputRecord record)
    {
        switch (input)
        {
            case CsvRow row:
                for (int i = 0; i < row.Values.Length; i++) record.Add(row.Names[i], row.Values[i]);
                return true;
            case JsonElement { ValueKind: JsonValueKind.Object } element:
                foreach (JsonProperty member in element.EnumerateObject()) Add(member, record);
                return true;
            default:
                return false;
        }
    }

    public object? Unwrap(object? value) => value;

    private static void Add(JsonProperty member, InputRecord record)
    {
        JsonElement value = member.Value;
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.String:
                record.Add(member.Name, value.GetString());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                record.Add(member.Name, value.GetBoolean());
                break;
            case JsonValueKind.Number:
                record.Add(member.Name, value.GetRawText());
                break;
            case JsonValueKind.Object when IsAttributes(member.Name):
                record.Add(member.Name, value);
                break;
            default:
                record.Add(member.Name, JsonSerializer.Serialize(value, CompactText));
                break;
        }
    }

    /// <summary>The one member whose own members are read; see <see cref="RecipientMapping"/>.</summary>
    private static bool IsAttributes(string name) =>
        name.Equals(nameof(Recipient.Attributes), StringComparison.OrdinalIgnoreCase);
}
