using System.Diagnostics;
using McMessaging.Client.Tests.Support;
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
        Assert.EndsWith(
            "either SFMC_CLIENT_SECRET or SFMC_CLIENT_SECRET_FILE.", error.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3cret-in-file", "s3cret-in-file")]
    [InlineData("s3cret-in-file\n", "s3cret-in-file")]
    [InlineData("s3cret-in-file\r\n", "s3cret-in-file")]
    [InlineData("\ufeffs3cret-in-file\n", "s3cret-in-file")]
    [InlineData(" s3cret in file ", " s3cret in file ")]
    public void The_secret_may_be_in_a_file_whose_last_line_end_is_no_part_of_it(string content, string secret)
    {
        using var file = new SecretFile(content);
        _variables["SFMC_CLIENT_SECRET"] = "";
        _variables["SFMC_CLIENT_SECRET_FILE"] = file.Path;

        var options = EnvironmentCredentials.Read(_variables.GetValueOrDefault);

        Assert.Equal(secret, Secret.Reveal(options.ClientSecret!));
    }

    [Fact]
    public void A_secret_given_twice_is_refused_whatever_the_file_holds()
    {
        using var file = new SecretFile("s3cret-in-file");
        _variables["SFMC_CLIENT_SECRET_FILE"] = file.Path;

        Refused("Both SFMC_CLIENT_SECRET and SFMC_CLIENT_SECRET_FILE are set.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    public void An_empty_file_is_refused(string content)
    {
        using var file = new SecretFile(content);
        _variables.Remove("SFMC_CLIENT_SECRET");
        _variables["SFMC_CLIENT_SECRET_FILE"] = file.Path;

        Refused("is empty");
    }

    [Fact]
    public void A_file_that_is_too_long_for_a_secret_is_refused()
    {
        using var file = new SecretFile(new string('s', 4097));
        _variables.Remove("SFMC_CLIENT_SECRET");
        _variables["SFMC_CLIENT_SECRET_FILE"] = file.Path;

        Refused("is too long to be a secret");
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("")]
    public void A_file_that_cannot_be_read_is_refused(string name)
    {
        using var file = new SecretFile("s3cret-in-file");
        _variables.Remove("SFMC_CLIENT_SECRET");
        _variables["SFMC_CLIENT_SECRET_FILE"] = Path.Combine(Path.GetDirectoryName(file.Path)!, name);

        Refused("cannot be read");
    }

    [UnixFact]
    public void A_pipe_that_nobody_writes_to_is_refused_after_half_a_minute()
    {
        using var file = new SecretFile("");
        _variables.Remove("SFMC_CLIENT_SECRET");
        _variables["SFMC_CLIENT_SECRET_FILE"] = file.AddPipe();

        Refused("gave no secret within 30 s", new VirtualTime());
    }

    [UnixFact]
    public async Task A_pipe_that_somebody_writes_to_is_read()
    {
        using var file = new SecretFile("");
        var pipe = file.AddPipe();
        _variables.Remove("SFMC_CLIENT_SECRET");
        _variables["SFMC_CLIENT_SECRET_FILE"] = pipe;

        var writing = Task.Run(() => File.WriteAllText(pipe, "s3cret-in-pipe\n"));
        var options = EnvironmentCredentials.Read(_variables.GetValueOrDefault);
        await writing;

        Assert.Equal("s3cret-in-pipe", Secret.Reveal(options.ClientSecret!));
    }

    [UnixFact]
    public void A_device_without_an_end_is_refused()
    {
        _variables.Remove("SFMC_CLIENT_SECRET");
        _variables["SFMC_CLIENT_SECRET_FILE"] = "/dev/zero";

        Refused("is too long to be a secret");
    }

    private void Refused(string words, TimeProvider? time = null)
    {
        var error = Assert.Throws<McException>(() => EnvironmentCredentials.Read(
            _variables.GetValueOrDefault, "Default", time ?? TimeProvider.System));

        Assert.Equal("IncompleteEnvironment", error.ErrorId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains("SFMC_CLIENT_SECRET_FILE", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class SecretFile : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mcmessaging-");

        public SecretFile(string content)
        {
            Path = System.IO.Path.Combine(_folder.FullName, "secret");
            File.WriteAllText(Path, content);
        }

        public string Path { get; }

        public string AddPipe()
        {
            var pipe = System.IO.Path.Combine(_folder.FullName, "pipe");
            using var maker = Process.Start("mkfifo", pipe);
            maker.WaitForExit();
            return pipe;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
