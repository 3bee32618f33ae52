using System.Globalization;
using System.Text.Json;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tokens;

/// <summary>GET /v2/userinfo: whose token it is, at length.</summary>
internal sealed class UserInfoHandler(TokenStore tokens, ClientCredentials credentials, Uri uri)
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
            writer.WriteNumber("exp", grant.ExpiresAt.ToUnixTimeSeconds());
            writer.WriteString("iss", uri.AbsoluteUri.TrimEnd('/'));
            WriteUser(writer);
            WriteOrganization(writer, grant);
            writer.WriteStartObject("rest");
            writer.WriteString("rest_instance_url", uri.AbsoluteUri);
            writer.WriteString("soap_instance_url", uri.AbsoluteUri);
            writer.WriteEndObject();
            WriteApplication(writer, grant);
            writer.WriteStartArray("permissions");
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static void WriteUser(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("user");
        writer.WriteString("sub", TokenGrant.UserId.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("name", "Sandbox user");
        writer.WriteString("preferred_username", "sandbox");
        writer.WriteString("email", "sandbox@example.com");
        WriteLocale(writer);
        writer.WriteEndObject();
    }

    private static void WriteOrganization(Utf8JsonWriter writer, TokenGrant grant)
    {
        writer.WriteStartObject("organization");
        writer.WriteNumber("member_id", grant.AccountId);
        writer.WriteNumber("enterprise_id", TokenGrant.DefaultAccountId);
        writer.WriteString("enterprise_name", "Sandbox");
        writer.WriteString("account_type", "enterprise");
        writer.WriteString("stack_key", "S1");
        writer.WriteString("region", "NA1");
        WriteLocale(writer);
        writer.WriteEndObject();
    }

    private void WriteApplication(Utf8JsonWriter writer, TokenGrant grant)
    {
        writer.WriteStartObject("application");
        writer.WriteString("id", credentials.ClientId);
        writer.WriteString("name", "Sandbox package");
        writer.WriteStartArray("redirectUrl");
        writer.WriteEndArray();
        writer.WriteStartArray("appScopes");
        foreach (var scope in grant.Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteLocale(Utf8JsonWriter writer)
    {
        writer.WriteString("locale", "en-US");
        writer.WriteString("zoneinfo", "America/Regina");
        writer.WriteStartObject("timezone");
        writer.WriteString("longName", "(GMT-06:00) Central Time (No Daylight Saving)");
        writer.WriteString("shortName", "GMT-6");
        writer.WriteNumber("offset", -6);
        writer.WriteBoolean("dst", false);
        writer.WriteEndObject();
    }
}
