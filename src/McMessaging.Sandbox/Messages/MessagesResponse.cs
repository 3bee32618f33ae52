using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Messages;

/// <summary>The response to a send request that was understood: 202, or 400 when no recipient is valid.</summary>
internal static class MessagesResponse
{
    public static HttpResponse For(string requestId, IReadOnlyList<SandboxMessage> messages)
    {
        var failed = messages.Count(message => !message.Accepted);
        var allFailed = failed == messages.Count;
        ServiceError? error =
            failed == 0 ? null
            : allFailed ? MessageRefusals.NoValidSubscribers
            : MessageRefusals.ResponsesHasErrors(failed, messages.Count);

        return HttpResponse.Json(allFailed ? 400 : 202, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", requestId);
            writer.WriteNumber("errorcode", error?.Code ?? 0);
            if (error is { } failure)
            {
                writer.WriteString("message", failure.Message);
            }

            writer.WriteStartArray("responses");
            foreach (var message in messages)
            {
                writer.WriteStartObject();
                writer.WriteString("messageKey", message.MessageKey);
                if (!message.Accepted)
                {
                    writer.WriteNumber("errorcode", message.ErrorCode);
                    writer.WriteString("message", message.Error);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
