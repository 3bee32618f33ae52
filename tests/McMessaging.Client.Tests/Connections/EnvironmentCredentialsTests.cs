using McMessaging.Http;

namespace McMessaging.Client.Tests.Connections;

public sealed class EnvironmentCredentialsTests
{
    private readonly Dictionary<string, string> _variables = new()
    {
        ["SFMC_SUBDOMAIN"] = "mctest",
        ["SFMC_CLIENT_ID"] = "id",
        ["SFMC_CLIENT_SECRET"] = "s3cret",
    };

    [Fact]
    public void All_variables_are_read()
    {
        _variables["SFMC_AUTH_BASE_URL"] = "https://custom.auth.example.com/";
        _variables["SFMC_ACCOUNT_ID"] = "7123456";
        _variables["SFMC_SCOPE"] = " email_send  sms_send ";

        var options = EnvironmentCredentials.Read(_variables.GetValueOrDefault, "prod");

        Assert.Equal(new Uri("https://custom.auth.example.com/"), options.AuthBaseUri);
        Assert.Equal(
            ("prod", "id", "s3cret", 7123456),
            (options.Name, options.ClientId, Secret.Reveal(options.ClientSecret!), options.AccountId));
        Assert.Equal(["email_send", "sms_send"], options.Scope);
    }

    [Fact]
    public void The_subdomain_alone_is_enough()
    {
        var options = EnvironmentCredentials.Read(_variables.GetValueOrDefault);

        Assert.Equal(new Uri("https://mctest.auth.marketingcloudapis.com/"), options.AuthBaseUri);
        Assert.Null(options.AccountId);
        Assert.Empty(options.Scope);
    }

    [Theory]
    [InlineData("SFMC_SUBDOMAIN", null, "SFMC_AUTH_BASE_URL")]
    [InlineData("SFMC_CLIENT_ID", null, "SFMC_CLIENT_ID")]
    [InlineData("SFMC_CLIENT_SECRET", "", "SFMC_CLIENT_SECRET")]
    [InlineData("SFMC_ACCOUNT_ID", "12a", "SFMC_ACCOUNT_ID")]
    [InlineData("SFMC_AUTH_BASE_URL", "not an address", "SFMC_AUTH_BASE_URL")]
    public void A_variable_that_is_missing_or_malformed_is_named(string name, string? value, string named)
    {
        if (value is null)
        {
            _variables.Remove(name);
        }
        else
        {
            _variables[name] = value;
        }

        var error = Assert.Throws<McException>(() => EnvironmentCredentials.Read(_variables.GetValueOrDefault));

        Assert.Equal("IncompleteEnvironment", error.ErrorId);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }
}
