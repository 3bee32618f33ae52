using System.Globalization;
using System.Text;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>The messages of the inbox as rows, newest first.</summary>
internal static class InboxTable
{
    private const string Head =
        "<table>\n<thead><tr><th>Time (UTC)</th><th>Channel</th><th>Definition</th><th>Contact</th><th>Address</th>"
        + "<th>Text and attributes</th><th>Outcome</th><th>Message key</th></tr></thead>\n<tbody>";

    public static void Append(StringBuilder html, IReadOnlyList<SandboxMessage> newestFirst)
    {
        if (newestFirst.Count == 0)
        {
            html.AppendLine("<p class=\"empty\">No messages to show.</p>");
            return;
        }

        html.AppendLine(Head);
        foreach (var message in newestFirst)
        {
            AppendRow(html, message);
        }

        html.AppendLine("</tbody>\n</table>");
    }

    private static void AppendRow(StringBuilder html, SandboxMessage message)
    {
        html.Append(message.Accepted ? "<tr>" : "<tr class=\"rejected\">");
        AppendCell(html, message.ReceivedAt.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture));
        AppendCell(html, message.Channel);
        AppendCell(html, message.DefinitionKey);
        AppendCell(html, message.ContactKey);
        AppendCell(html, message.To ?? "");
        AppendContent(html, message);
        AppendCell(html, Outcome(message));
        AppendCell(html, message.MessageKey);
        html.AppendLine("</tr>");
    }

    private static void AppendCell(StringBuilder html, string text) =>
        html.Append("<td>").Append(InboxPage.Encode(text)).Append("</td>");

    private static void AppendContent(StringBuilder html, SandboxMessage message)
    {
        html.Append("<td>");
        if (message.Text is not null)
        {
            html.Append("<q>").Append(InboxPage.Encode(message.Text)).Append("</q>");
        }

        foreach ((var name, var value) in message.Attributes)
        {
            html.Append("<span class=\"attribute\"><b>").Append(InboxPage.Encode(name)).Append("</b> ")
                .Append(InboxPage.Encode(value)).Append("</span>");
        }

        html.Append("</td>");
    }

    private static string Outcome(SandboxMessage message)
    {
        if (message.Accepted)
        {
            return "accepted";
        }

        return message.ErrorCode == 0
            ? message.Error!
            : string.Create(CultureInfo.InvariantCulture, $"{message.ErrorCode} {message.Error}");
    }
}
