using System.Text.Json;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Triggered;

/// <summary>The three shapes of the response to a triggered send, all of them 202.</summary>
internal static class TriggeredSendResponse
{
    public static HttpResponse For(string requestId, ServiceError? error, string? fault) =>
        HttpResponse.Json(202, writer =>
        {
            if (error == TriggeredRefusals.InvalidOrMissingToAddress)
            {
                WriteFlatError(writer, fault);
            }
            else
            {
                WriteResponse(writer, requestId, error, fault);
            }
        });

    private static void WriteFlatError(Utf8JsonWriter writer, string? fault)
    {
        writer.WriteStartObject();
        writer.WriteString("recipientSendId", "");
        WriteHasErrors(writer, true, fault);
        WriteMessages(writer, TriggeredRefusals.InvalidOrMissingToAddress.Message);
        writer.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter writer, string requestId, ServiceError? error, string? fault)
    {
        writer.WriteStartObject();
        writer.WriteString("requestId", requestId);
        writer.WriteStartArray("responses");
        writer.WriteStartObject();
        writer.WriteString("recipientSendId", requestId);
        WriteHasErrors(writer, error is not null, fault);
        if (error is { } failure)
        {
            WriteMessageErrors(writer, failure);
        }
        else
        {
            WriteMessages(writer, "Queued");
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteHasErrors(Utf8JsonWriter writer, bool value, string? fault)
    {
        if (fault == FaultNames.TextHasErrors)
        {
            writer.WriteString("hasErrors", value ? "true" : "false");
        }
        else if (fault != FaultNames.OmitHasErrors)
        {
            writer.WriteBoolean("hasErrors", value);
        }
    }

    private static void WriteMessages(Utf8JsonWriter writer, string message)
    {
        writer.WriteStartArray("messages");
        writer.WriteStringValue(message);
        writer.WriteEndArray();
    }

    private static void WriteMessageErrors(Utf8JsonWriter writer, ServiceError error)
    {
        writer.WriteStartArray("messageErrors");
        writer.WriteStartObject();
        writer.WriteNumber("messageErrorCode", error.Code);
        writer.WriteString("messageErrorStatus", error.Message);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
