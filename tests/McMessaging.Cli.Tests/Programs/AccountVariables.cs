namespace McMessaging.Cli.Tests.Programs;

/// <summary>The environment variables that name an account.</summary>
internal static class AccountVariables
{
    public static Dictionary<string, string> Of(Uri authBase) => new()
    {
        ["SFMC_AUTH_BASE_URL"] = authBase.ToString(),
        ["SFMC_CLIENT_ID"] = "client",
        ["SFMC_CLIENT_SECRET"] = "secret",
    };
}
