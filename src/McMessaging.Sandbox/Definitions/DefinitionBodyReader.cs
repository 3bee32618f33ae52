using System.Text.Json;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>Reads the body of a request that creates or changes a definition into values by path.</summary>
internal sealed class DefinitionBodyReader(DefinitionSchema schema)
{
    private static readonly JsonElement True = JsonDocument.Parse("true").RootElement;

    /// <summary>All values of a new definition, those it leaves out with their defaults.</summary>
    public Dictionary<string, JsonElement> ReadNew(ReadOnlyMemory<byte> body)
    {
        var values = Read(body, isNew: true);
        foreach (var field in schema.Fields)
        {
            if (values.ContainsKey(field.Path))
            {
                continue;
            }

            if (field.Missing is { } missing)
            {
                throw new RequestRefusedException(missing);
            }

            if (field.DefaultsToTrue)
            {
                values[field.Path] = True;
            }
        }

        return values;
    }

    /// <summary>The values that a change holds; null counts as left out.</summary>
    public Dictionary<string, JsonElement> ReadChange(ReadOnlyMemory<byte> body) => Read(body, isNew: false);

    private Dictionary<string, JsonElement> Read(ReadOnlyMemory<byte> body, bool isNew)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            RequireObject("body", document.RootElement);
            var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                ReadMember(member, values, isNew);
            }

            return values;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RequestRefusedException(ServiceErrors.NotJson);
        }
    }

    private void ReadMember(JsonProperty member, Dictionary<string, JsonElement> values, bool isNew)
    {
        // A new definition may be a copy of one that the service returned; a change may not name what cannot change.
        var isReadOnly = DefinitionSchema.IsReadOnly(member.Name);
        if (!isNew && (isReadOnly || member.NameEquals(DefinitionSchema.Key)))
        {
            throw new RequestRefusedException(ServiceErrors.InvalidValue(member.Name, "cannot be changed"));
        }

        if (isReadOnly || member.Value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (!schema.IsObject(member.Name))
        {
            ReadField(member.Name, member.Value, values);
            return;
        }

        RequireObject(member.Name, member.Value);
        foreach (var child in member.Value.EnumerateObject())
        {
            if (child.Value.ValueKind != JsonValueKind.Null)
            {
                ReadField($"{member.Name}.{child.Name}", child.Value, values);
            }
        }
    }

    private void ReadField(string path, JsonElement value, Dictionary<string, JsonElement> values)
    {
        var field = schema.Find(path)
            ?? throw new RequestRefusedException(ServiceErrors.UnknownFieldName(schema.Channel, path));
        field.Check(value);
        values[path] = value.Clone();
    }

    private static void RequireObject(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new RequestRefusedException(name == "options"
                ? DefinitionRefusals.InvalidOptions
                : ServiceErrors.InvalidDataType(name, "an object"));
        }
    }
}
