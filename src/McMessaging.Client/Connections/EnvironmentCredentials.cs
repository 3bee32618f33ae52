using System.Globalization;
using System.Security;
using McMessaging.Connections;
using McMessaging.Http;

namespace McMessaging;

/// <summary>
/// Connection options from variables: <c>SFMC_AUTH_BASE_URL</c> or <c>SFMC_SUBDOMAIN</c>, <c>SFMC_CLIENT_ID</c>,
/// <c>SFMC_CLIENT_SECRET</c> or a file that holds it, <c>SFMC_CLIENT_SECRET_FILE</c>, and, if set,
/// <c>SFMC_ACCOUNT_ID</c> and <c>SFMC_SCOPE</c> (separated by spaces).
/// </summary>
public static class EnvironmentCredentials
{
    private const string SecretPath = "SFMC_CLIENT_SECRET_FILE";

    /// <summary>Reads the variables.</summary>
    /// <param name="variable">Gives a variable's value, or <c>null</c>.</param>
    /// <param name="name">The name of the connection.</param>
    /// <exception cref="McException">A variable is missing or malformed, or the secret's file cannot be
    /// read; the message names it.</exception>
    public static ConnectionOptions Read(Func<string, string?> variable, string name = "Default")
    {
        ArgumentNullException.ThrowIfNull(variable);
        return Read(variable, name, TimeProvider.System);
    }

    internal static ConnectionOptions Read(Func<string, string?> variable, string name, TimeProvider timeProvider)
    {
        return new ConnectionOptions
        {
            Name = name,
            AuthBaseUri = AuthBase(variable),
            ClientId = Required(variable, "SFMC_CLIENT_ID"),
            ClientSecret = Secret.Protect(ClientSecret(variable, timeProvider)),
            AccountId = AccountId(variable),
            Scope = (variable("SFMC_SCOPE") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private static Uri AuthBase(Func<string, string?> variable)
    {
        var address = variable("SFMC_AUTH_BASE_URL");
        if (string.IsNullOrWhiteSpace(address))
        {
            var subdomain = variable("SFMC_SUBDOMAIN");
            return string.IsNullOrWhiteSpace(subdomain)
                ? throw Missing("Neither SFMC_AUTH_BASE_URL nor SFMC_SUBDOMAIN is set.")
                : ServiceAddress.AuthBaseOf(subdomain);
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw Missing(
                "SFMC_AUTH_BASE_URL is not an address such as https://SUBDOMAIN.auth.marketingcloudapis.com.");
    }

    private static string ClientSecret(Func<string, string?> variable, TimeProvider timeProvider)
    {
        if (variable(SecretPath) is not { Length: > 0 } path)
        {
            return variable("SFMC_CLIENT_SECRET") is { Length: > 0 } secret
                ? secret
                : throw Missing($"Neither SFMC_CLIENT_SECRET nor {SecretPath} is set.");
        }

        return string.IsNullOrEmpty(variable("SFMC_CLIENT_SECRET"))
            ? SecretIn(path, timeProvider)
            : throw Missing($"Both SFMC_CLIENT_SECRET and {SecretPath} are set.");
    }

    private static string SecretIn(string path, TimeProvider timeProvider)
    {
        try
        {
            var text = SecretFile.Read(path, timeProvider)
                ?? throw Missing($"The file of {SecretPath}, '{path}', is too long to be a secret.");
            // Editors and echo end a file with a line end, which is no part of the secret.
            return text.TrimEnd('\r', '\n') is { Length: > 0 } secret
                ? secret
                : throw Missing($"The file of {SecretPath}, '{path}', is empty.");
        }
        catch (TimeoutException)
        {
            throw Missing(
                $"The file of {SecretPath}, '{path}', gave no secret within {SecretFile.LongestWait.TotalSeconds:0} s; "
                    + "is it a pipe that nothing writes to?");
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw Missing($"The file of {SecretPath} cannot be read ({exception.Message.TrimEnd('.')}).");
        }
    }

    private static long? AccountId(Func<string, string?> variable)
    {
        var text = variable("SFMC_ACCOUNT_ID");
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw Missing("SFMC_ACCOUNT_ID is not a number.");
    }

    private static string Required(Func<string, string?> variable, string name) =>
        variable(name) is { Length: > 0 } value ? value : throw Missing($"{name} is not set.");

    private static McException Missing(string message) => new(
        "IncompleteEnvironment",
        McErrorCategory.InvalidArgument,
        message,
        "Set SFMC_AUTH_BASE_URL or SFMC_SUBDOMAIN, SFMC_CLIENT_ID, and either SFMC_CLIENT_SECRET or "
            + $"{SecretPath}.");
}
