using System.Text.Json;

namespace McMessaging.Sandboxing.Status;

/// <summary>The members by which status responses tell whose message it is.</summary>
internal static class MessageInfo
{
    public static void Write(Utf8JsonWriter writer, SandboxMessage message)
    {
        writer.WriteString("messageKey", message.MessageKey);
        writer.WriteString("contactKey", message.ContactKey);
        if (message.To is not null)
        {
            writer.WriteString("to", message.To);
        }
    }
}
