using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using McMessaging.Sandboxing.Channels;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>The inbox as HTML. Whatever comes from a request is encoded.</summary>
internal static class InboxPage
{
    private static readonly string[] Channels = [ChannelNames.Email, ChannelNames.Sms, ChannelNames.Triggered];

    public static string Render(
        SandboxCounters counters, InboxFilter filter, IReadOnlyList<SandboxMessage> messages, string key)
    {
        var html = new StringBuilder();
        html.AppendLine("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sandbox inbox</title>
            <link rel="stylesheet" href="/inbox.css">
            </head>
            <body>
            <header><h1>Sandbox inbox</h1><p>Nothing shown here was sent to anyone.</p></header>
            <main>
            """);
        AppendCounters(html, counters);
        AppendFilter(html, filter, key);
        InboxTable.Append(html, messages);
        return html.AppendLine("</main>\n</body>\n</html>").ToString();
    }

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static void AppendCounters(StringBuilder html, SandboxCounters counters)
    {
        html.AppendLine("<dl class=\"counters\">");
        AppendCounter(html, "Email accepted", counters.EmailAccepted);
        AppendCounter(html, "SMS accepted", counters.SmsAccepted);
        AppendCounter(html, "Triggered accepted", counters.TriggeredAccepted);
        AppendCounter(html, "Rejected", counters.Rejected);
        AppendCounter(html, "of them duplicate keys", counters.DuplicateKeys);
        AppendCounter(html, "Requests", counters.Requests);
        AppendCounter(html, "Tokens issued", counters.TokensIssued);
        AppendCounter(html, "Faults injected", counters.FaultsInjected);
        html.AppendLine("</dl>");
    }

    private static void AppendCounter(StringBuilder html, string name, long value) =>
        html.AppendLine(CultureInfo.InvariantCulture, $"<div><dt>{name}</dt><dd>{value:N0}</dd></div>");

    private static void AppendFilter(StringBuilder html, InboxFilter filter, string key)
    {
        html.AppendLine("<form method=\"get\" action=\"/\">");
        html.AppendLine(
            CultureInfo.InvariantCulture,
            $"<input type=\"hidden\" name=\"{InboxKey.QueryName}\" value=\"{Encode(key)}\">");
        html.AppendLine("<label>Channel <select name=\"channel\"><option value=\"\">all</option>");
        foreach (var channel in Channels)
        {
            var isChosen = channel.Equals(filter.Channel, StringComparison.OrdinalIgnoreCase);
            html.AppendLine(
                CultureInfo.InvariantCulture,
                $"<option value=\"{channel}\"{(isChosen ? " selected" : "")}>{channel}</option>");
        }

        html.AppendLine("</select></label>");
        html.AppendLine(
            CultureInfo.InvariantCulture,
            $"<label>Contains <input type=\"search\" name=\"q\" value=\"{Encode(filter.Text)}\"></label>");
        html.AppendLine("<button>Filter</button>\n</form>");
    }
}
