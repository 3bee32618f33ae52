using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tokens;

/// <summary>POST /v2/token: the client credentials grant.</summary>
internal sealed class TokenHandler(
    ClientCredentials credentials, TokenStore tokens, IReadOnlyList<string> scopes, CounterStore counters, Uri uri)
{
    private const string InvalidClient =
        "Client authentication failed. Make sure that the client ID and client secret are valid and that the "
        + "package is installed and enabled.";

    private const string UnsupportedGrantType =
        "Use \"authorization_code\" or \"refresh_token\" or \"client_credentials\" or "
        + "\"urn:ietf:params:oauth:grant-type:jwt-bearer\" as the grant_type.";

    public HttpResponse Issue(HttpRequest request)
    {
        try
        {
            var asked = TokenRequest.Parse(request.Body);
            if (asked.GrantType is null)
            {
                return Refuse(400, "invalid_request", "grant_type is required.");
            }

            if (asked.GrantType != "client_credentials")
            {
                return Refuse(400, "unsupported_grant_type", UnsupportedGrantType);
            }

            if (!credentials.Match(asked.ClientId, asked.ClientSecret))
            {
                return Refuse(401, "invalid_client", InvalidClient);
            }

            // Without the member, the token has the package's scopes; with an empty text it has none.
            var scope = asked.Scope ?? string.Join(' ', scopes);
            return scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(scopes.Contains)
                ? Grant(scope, asked.AccountId ?? TokenGrant.DefaultAccountId)
                : Refuse(400, "invalid_scope", "The package does not have every scope that is asked for.");
        }
        catch (FormatException exception)
        {
            return Refuse(400, "invalid_request", exception.Message);
        }
    }

    private HttpResponse Grant(string scope, long accountId)
    {
        var token = tokens.Issue(scope, accountId);
        counters.CountTokenIssued();
        return HttpResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("access_token", token);
            writer.WriteString("token_type", "Bearer");
            writer.WriteNumber("expires_in", tokens.LifetimeSeconds);
            writer.WriteString("scope", scope);
            writer.WriteString("soap_instance_url", uri.AbsoluteUri);
            writer.WriteString("rest_instance_url", uri.AbsoluteUri);
            writer.WriteEndObject();
        });
    }

    private static HttpResponse Refuse(int status, string error, string description) =>
        HttpResponse.Json(status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("error", error);
            writer.WriteString("error_description", description);
            writer.WriteString("error_uri", "https://developer.salesforce.com/docs");
            writer.WriteEndObject();
        });
}
