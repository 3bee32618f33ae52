using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tokens;

/// <summary>GET /platform/v1/tokenContext: whose token it is.</summary>
internal sealed class TokenContextHandler(TokenStore tokens)
{
    public HttpResponse Get(HttpRequest request)
    {
        if (tokens.Find(request.BearerToken) is not { } grant)
        {
            return ErrorResponses.NotAuthorized();
        }

        return HttpResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("enterprise");
            writer.WriteNumber("id", TokenGrant.DefaultAccountId);
            writer.WriteEndObject();
            writer.WriteStartObject("organization");
            writer.WriteNumber("id", grant.AccountId);
            writer.WriteEndObject();
            writer.WriteStartObject("user");
            writer.WriteNumber("id", TokenGrant.UserId);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }
}
