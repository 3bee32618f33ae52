using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tokens;

/// <summary>GET /platform/v1/tokenContext: whose token it is.</summary>
internal sealed class TokenContextHandler(TokenStore tokens)
{
    private const long UserId = 100_000_002;

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
            writer.WriteNumber("id", UserId);
            writer.WriteEndObject();
            writer.WriteStartObject("rest");
            writer.WriteStartArray("scopes");
            foreach (var scope in grant.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                writer.WriteStringValue(scope);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }
}
