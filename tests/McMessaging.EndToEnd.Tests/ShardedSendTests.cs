using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace McMessaging.EndToEnd.Tests;

/// <summary>One input, one run id, eight hosts: each a whole process of <c>mcmsg</c>.</summary>
public sealed class ShardedSendTests : IDisposable
{
    private const int Shards = 8;
    private const int Recipients = 4000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mcmessaging-shards-");

    private readonly Sandbox _sandbox = Sandbox.Start(new SandboxOptions { InboxCapacity = int.MaxValue });

    public void Dispose()
    {
        _sandbox.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Eight_processes_of_which_three_are_killed_and_started_again_send_every_key_once()
    {
        // Slow, until three are killed: none of them is over before.
        _sandbox.SetFaults(new SandboxFaults { LatencyMs = 2000, DropAfter = 0.05 });
        var contacts = WriteInput();
        var processes = Enumerable.Range(1, Shards).Select(Start).ToArray();
        await Task.WhenAll(Enumerable.Range(1, 3).Select(shard => KillInTheMiddleAsync(processes[shard - 1], shard)));
        _sandbox.SetFaults(new SandboxFaults { LatencyMs = 10, DropAfter = 0.05 });

        await Task.WhenAll(processes[3..].Select(process => process.WaitForExitAsync()));
        _sandbox.SetFaults(new SandboxFaults());
        foreach (var shard in Enumerable.Range(1, Shards))
        {
            // Those that ended in order are started again as well: whoever does not know, starts all.
            using var again = Start(shard);
            await again.WaitForExitAsync();
            Assert.Equal(0, again.ExitCode);
        }

        var accepted = _sandbox.GetMessages().Where(message => message.Accepted).ToArray();
        Assert.Equal(contacts, accepted.Select(message => message.ContactKey).Order(StringComparer.Ordinal));
        Assert.Equal(Recipients, accepted.Select(message => message.MessageKey).Distinct().Count());
        Assert.Equal(
            contacts,
            Enumerable.Range(1, Shards).SelectMany(ResultsOf).Order(StringComparer.Ordinal));
        Array.ForEach(processes, process => process.Dispose());
    }

    private string[] WriteInput()
    {
        string[] contacts = [.. Enumerable.Range(1, Recipients).Select(number => $"contact-{number}")];
        File.WriteAllLines(
            PathOf("people.csv"),
            contacts.Select(contact => $"{contact},{contact}@example.com").Prepend("ContactKey,To"));
        Array.Sort(contacts, StringComparer.Ordinal);
        return contacts;
    }

    private async Task KillInTheMiddleAsync(Process process, int shard)
    {
        // With its journal on the disk it has begun to send; it has some 25 requests to go.
        while (!File.Exists(PathOf($"journal-{shard}")) && !process.HasExited)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        Assert.False(process.HasExited, "The process was over before it could be killed.");
        process.Kill();
        await process.WaitForExitAsync();
    }

    private IEnumerable<string> ResultsOf(int shard) => File.ReadLines(PathOf($"results-{shard}")).Select(line =>
    {
        using var result = JsonDocument.Parse(line);
        Assert.Contains(result.RootElement.GetProperty("Outcome").GetString(), new[] { "Accepted", "AlreadyAccepted" });
        return result.RootElement.GetProperty("ContactKey").GetString()!;
    });

    private Process Start(int shard)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "mcmsg.dll"), "send", "email",
            "--definition", "shards",
            "--input", PathOf("people.csv"),
            "--run-id", "one-run",
            "--shard", string.Create(CultureInfo.InvariantCulture, $"{shard}/{Shards}"),
            "--journal", PathOf($"journal-{shard}"),
            "--output", PathOf($"results-{shard}"),
            "--batch-size", "20",
            "--concurrency", "1",
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SFMC_AUTH_BASE_URL"] = _sandbox.Uri.ToString();
        start.Environment["SFMC_CLIENT_ID"] = _sandbox.ClientId;
        start.Environment["SFMC_CLIENT_SECRET"] = _sandbox.RevealClientSecret();
        return Process.Start(start)!;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
