using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tokens;

/// <summary>POST /v2/token: the client credentials grant.</summary>
internal sealed class TokenHandler(ClientCredentials credentials, TokenStore tokens, CounterStore counters, Uri uri)
{
    private const string AllScopes =
        "email_read email_write email_send sms_read sms_write sms_send tracking_events_read";

    private const string InvalidClient =
        "Client authentication failed. Make sure that the client ID and client secret are valid and that the "
        + "package is installed and enabled.";

    public HttpResponse Issue(HttpRequest request)
    {
        counters.CountTokenRequest();
        try
        {
            var asked = TokenRequest.Parse(request.Body);
            if (asked.GrantType is null)
            {
                return Refuse(400, "invalid_request", "grant_type is required.");
            }

            if (asked.GrantType != "client_credentials")
            {
                return Refuse(400, "unsupported_grant_type", "Use \"client_credentials\" as the grant_type.");
            }

            if (!credentials.Match(asked.ClientId, asked.ClientSecret))
            {
                return Refuse(401, "invalid_client", InvalidClient);
            }

            return Grant(asked.Scope ?? AllScopes, asked.AccountId ?? TokenGrant.DefaultAccountId);
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
