namespace McMessaging.Cli.Tests.Programs;

/// <summary>The environment variables that name an account.</summary>
internal static class AccountVariables
{
    public static Dictionary<string, string> Of(Sandbox sandbox) => new()
    {
        ["SFMC_AUTH_BASE_URL"] = sandbox.Uri.ToString(),
        ["SFMC_CLIENT_ID"] = sandbox.ClientId,
        ["SFMC_CLIENT_SECRET"] = sandbox.RevealClientSecret(),
    };

    public static Dictionary<string, string> Of(Uri authBase) => new()
    {
        ["SFMC_AUTH_BASE_URL"] = authBase.ToString(),
        ["SFMC_CLIENT_ID"] = "client",
        ["SFMC_CLIENT_SECRET"] = "secret",
    };
}
