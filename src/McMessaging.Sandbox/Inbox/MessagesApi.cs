using System.Globalization;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Definitions;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>The messages, page by page and one by one.</summary>
internal sealed class MessagesApi(InboxSearch search, MessageDetails details, DefinitionCatalogue definitions)
{
    private const int PageSize = 50;
    private const int LargestPage = 200;
    private const int MostChoices = 200;

    public HttpResponse List(HttpRequest request)
    {
        var target = request.Target;
        var found = search.Find(
            InboxFilter.From(target.Query),
            target.WholeNumber("after", 0L, 0, long.MaxValue),
            target.WholeNumber("before", long.MaxValue, 1, long.MaxValue),
            target.WholeNumber("count", PageSize, 1, LargestPage));
        return InboxJson.Of(new { Messages = found.Messages.Select(MessageRow.Of), found.HasMore });
    }

    public HttpResponse Get(HttpRequest request)
    {
        var isNumber = long.TryParse(
            request.RouteValues["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || details.Find(number) is not { } detail)
        {
            throw new RequestRefusedException(404, ServiceErrors.NotFound);
        }

        var isSms = detail.Message.Channel == ChannelNames.Sms;
        return InboxJson.Of(MessageView.Of(detail, isSms ? SmsText.Of(detail.Message, definitions) : null));
    }

    public HttpResponse Choices(HttpRequest request)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        var codes = new SortedSet<int>();
        foreach (var message in search.All())
        {
            if (keys.Count < MostChoices)
            {
                keys.Add(message.DefinitionKey);
            }

            if (!message.Accepted)
            {
                codes.Add(message.ErrorCode);
            }
        }

        return InboxJson.Of(new { Definitions = keys, codes });
    }
}
