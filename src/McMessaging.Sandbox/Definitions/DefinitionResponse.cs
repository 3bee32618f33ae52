using System.Text.Json;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>Definitions as the service writes them.</summary>
internal static class DefinitionResponse
{
    public static HttpResponse One(int status, DefinitionSchema schema, StoredDefinition definition) =>
        HttpResponse.Json(status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", Guid.NewGuid());
            writer.WriteString("definitionId", definition.Id);
            WriteSummary(writer, definition);
            WriteValues(writer, schema, definition.Values);
            writer.WriteEndObject();
        });

    /// <summary>A page of definitions, whose items have the summary alone and whose count is theirs.</summary>
    public static HttpResponse Page(DefinitionQuery query, IReadOnlyList<StoredDefinition> page) =>
        HttpResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", Guid.NewGuid());
            writer.WriteStartArray("definitions");
            foreach (var definition in page)
            {
                writer.WriteStartObject();
                WriteSummary(writer, definition);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteNumber("count", page.Count);
            writer.WriteNumber("page", query.Page);
            writer.WriteNumber("pageSize", query.PageSize);
            writer.WriteEndObject();
        });

    private static void WriteSummary(Utf8JsonWriter writer, StoredDefinition definition)
    {
        writer.WriteString("name", definition.Name);
        writer.WriteString("definitionKey", definition.Key);
        writer.WriteString("status", definition.Status.ToString());
        writer.WriteString("createdDate", CentralTime.Format(definition.CreatedAt));
        writer.WriteString("modifiedDate", CentralTime.Format(definition.ModifiedAt));
    }

    private static void WriteValues(
        Utf8JsonWriter writer, DefinitionSchema schema, IReadOnlyDictionary<string, JsonElement> values)
    {
        string? open = null;
        foreach (var field in schema.Fields)
        {
            if (!values.TryGetValue(field.Path, out var value) || IsInSummary(field))
            {
                continue;
            }

            if (field.Parent != open)
            {
                if (open is not null)
                {
                    writer.WriteEndObject();
                }

                if (field.Parent is not null)
                {
                    writer.WriteStartObject(field.Parent);
                }

                open = field.Parent;
            }

            writer.WritePropertyName(field.Name);
            value.WriteTo(writer);
        }

        if (open is not null)
        {
            writer.WriteEndObject();
        }
    }

    private static bool IsInSummary(SchemaField field) =>
        field.Path is DefinitionSchema.NameField or DefinitionSchema.Key or DefinitionSchema.StatusField;
}
