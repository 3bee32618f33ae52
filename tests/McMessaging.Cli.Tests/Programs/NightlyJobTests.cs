namespace McMessaging.Cli.Tests.Programs;

/// <summary>The sample samples/nightly-job.sh, as a scheduler runs it.</summary>
public sealed class NightlyJobTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Start(
        new SandboxOptions { DeliveryDelay = TimeSpan.Zero, StrictDefinition = true });

    private readonly TestFolder _folder = new();
    private readonly TestFolder _programs = new();

    public void Dispose()
    {
        _programs.Dispose();
        _folder.Dispose();
        _sandbox.Dispose();
    }

    [LinuxFact]
    public async Task Three_nights_in_a_row_with_a_kill_in_the_second_send_everything_once()
    {
        await DefineAsync(DefinitionStatus.Active);

        var first = Night("first", [.. People("A", 20), "A-bad,no address", "A-bounce,notsent@example.com"]);
        Assert.Equal(1, await RunAsync(first));
        Assert.Equal(21, _sandbox.Counters.EmailAccepted);
        Assert.Equal("A-bad", Assert.Single(Rows(Assert.Single(Files("*.rejected.csv")))).Split(',')[0]);
        var notSent = Assert.Single(Files("not-sent-*"));
        Assert.Contains("A-bounce", await File.ReadAllTextAsync(notSent), StringComparison.Ordinal);
        File.Delete(notSent);

        var second = Night("second", People("B", 2000));
        using (var killed = Start(second, rate: 6000))
        {
            await WaitUntilAsync(() => _sandbox.Counters.EmailAccepted > 21);
            await killed.KillAsync();
        }

        Assert.InRange(_sandbox.Counters.EmailAccepted, 22, 2020);
        Assert.Equal(0, await RunAsync(second));
        Assert.Equal(2021, _sandbox.Counters.EmailAccepted);

        Assert.Equal(0, await RunAsync(Night("third", People("C", 20))));
        Assert.Equal(0, await RunAsync(second));
        Assert.Equal(2041, _sandbox.Counters.EmailAccepted);
        Assert.Equal(2041, _sandbox.GetMessages().Select(message => message.ContactKey).Distinct().Count());
        Assert.Empty(Files("not-sent-*"));
    }

    [LinuxFact]
    public async Task Nothing_begins_where_the_definition_is_not_active()
    {
        await DefineAsync(DefinitionStatus.Inactive);

        Assert.Equal(2, await RunAsync(Night("first", People("A", 1))));

        Assert.Equal(0, _sandbox.Counters.EmailAccepted);
        Assert.Empty(Files("*.journal"));
    }

    private static string[] People(string prefix, int count) =>
        [.. Enumerable.Range(1, count).Select(i => $"{prefix}-{i},{prefix}{i}@example.com")];

    /// <summary>Waits for what another process does; the sandbox signals to nobody.</summary>
    private static async Task WaitUntilAsync(Func<bool> isTrue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isTrue())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
        }
    }

    private static IEnumerable<string> Rows(string path) => File.ReadLines(path).Skip(1);

    private string Night(string name, string[] rows) =>
        _folder.Write(name + ".csv", string.Join('\n', ["ContactKey,To", .. rows, ""]));

    private string[] Files(string pattern) => Directory.GetFiles(_folder.PathOf(""), pattern);

    private ChildProgram Start(string input, int rate = 120000) => ChildProgram.StartScript(
        Repository.Sample("nightly-job.sh"),
        _programs.PathOf(""),
        AccountVariables.Of(_sandbox),
        input,
        _folder.PathOf(""),
        "welcome",
        $"{rate}");

    private async Task<int> RunAsync(string input)
    {
        using var job = Start(input);
        return await job.EndAsync();
    }

    private async Task DefineAsync(DefinitionStatus status)
    {
        var variables = AccountVariables.Of(_sandbox);
        using var connection = await Connection.ConnectAsync(
            EnvironmentCredentials.Read(variables.GetValueOrDefault), CancellationToken.None);
        var fields = new SendDefinitionChange { Name = "n", CustomerKey = "c", List = "l", Status = status };
        await new SendDefinitions(connection).CreateAsync(
            MessageChannel.Email, "welcome", fields, CancellationToken.None);
    }
}
