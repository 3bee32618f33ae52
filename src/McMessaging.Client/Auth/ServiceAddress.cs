using System.Net;
using System.Text.RegularExpressions;

namespace McMessaging;

/// <summary>Where the service is, and where a token may go.</summary>
public static partial class ServiceAddress
{
    /// <summary>The authentication host of an account's subdomain.</summary>
    /// <param name="subdomain">Letters, digits and hyphens.</param>
    /// <exception cref="McException">The subdomain has other characters.</exception>
    public static Uri AuthBaseOf(string subdomain)
    {
        ArgumentNullException.ThrowIfNull(subdomain);
        return SubdomainPattern().IsMatch(subdomain)
            ? new Uri($"https://{subdomain}.auth.marketingcloudapis.com/")
            : throw new McException(
                "InvalidSubdomain",
                McErrorCategory.InvalidArgument,
                "The subdomain has characters other than letters, digits and hyphens.",
                "Give only the part before '.auth.marketingcloudapis.com' of the authentication address.");
    }

    internal static Uri CheckedBase(Uri uri, string what)
    {
        if (!uri.IsAbsoluteUri || !IsSafe(uri))
        {
            throw new McException(
                "InsecureAddress",
                McErrorCategory.InvalidArgument,
                $"The {what} is not an https address.",
                "Use https. Plain http is for a service on this computer only (127.0.0.1, localhost).");
        }

        return uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");
    }

    /// <summary>
    /// The REST host of a token response, if a token may go there: https, and the authentication host itself or a host
    /// below the same parent domain; or both on this computer.
    /// </summary>
    internal static Uri CheckedRestBase(Uri authBase, string? restBase)
    {
        if (Uri.TryCreate(restBase, UriKind.Absolute, out var rest)
            && IsSafe(rest)
            && (IsLocal(rest) ? IsLocal(authBase) : IsNear(rest, authBase)))
        {
            return CheckedBase(rest, "REST address");
        }

        throw new McException(
            "UntrustedRestAddress",
            McErrorCategory.ProtocolError,
            "The token response names no REST address that belongs to the authentication host; "
                + "the token was sent nowhere.",
            "Check the authentication address. To use another REST host, connect with an access token and its REST "
                + "address.");
    }

    private static bool IsSafe(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLocal(uri));

    private static bool IsLocal(Uri uri) =>
        uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsNear(Uri rest, Uri authBase)
    {
        if (rest.Host.Equals(authBase.Host, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return authBase.HostNameType == UriHostNameType.Dns && IsBelow(rest.Host, ParentDomain(authBase.Host));
    }

    private static bool IsBelow(string host, string? parent) =>
        parent is not null && host.EndsWith("." + parent, StringComparison.OrdinalIgnoreCase);

    private static string? ParentDomain(string authHost)
    {
        var labels = authHost.Split('.');
        var auth = Array.FindIndex(labels, label => label.Equals("auth", StringComparison.OrdinalIgnoreCase));
        var parent = labels[(Math.Max(auth, 0) + 1)..];
        return parent.Length >= 2 ? string.Join('.', parent) : null;
    }

    [GeneratedRegex("\\A[A-Za-z0-9-]+\\z", RegexOptions.CultureInvariant)]
    private static partial Regex SubdomainPattern();
}
