using System.Text;
using System.Text.Json.Nodes;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Properties;

/// <summary>
/// A run that was killed at some byte of its journal, a journal that was damaged afterwards, and the service as it was
/// left: what was intended was taken or not, unless an outcome tells.
/// </summary>
internal sealed class KilledRun(MessageChannel channel, string folder, Random random)
{
    private readonly Recipient[] _people =
        [.. Sends.People(1 + random.Next(40), withAttributes: true).OrderBy(_ => random.Next())];

    private readonly HashSet<string> _taken = [];
    private Dictionary<string, string> _contacts = [];

    public string JournalPath { get; } = Path.Combine(folder, "run.journal");

    public JournalDamage Damage { get; } = (JournalDamage)random.Next(Enum.GetValues<JournalDamage>().Length);

    public IReadOnlyList<Recipient> People => _people;

    /// <summary>Contacts whom the service took before the kill.</summary>
    public HashSet<string> TakenContacts { get; } = [];

    public SendOptions Options => new()
    {
        Channel = channel,
        DefinitionKey = "welcome",
        BatchSize = 1 + random.Next(8),
        ThrottleLimit = 1,
        MaxRetryCount = 0,
        RunId = "killed",
        JournalPath = JournalPath,
    };

    public static bool IsRefused(string contactKey) => contactKey.EndsWith('7');

    /// <summary>The service as the next run finds it.</summary>
    public KeyedService Service()
    {
        var service = new KeyedService { Refuses = (contactKey, _) => IsRefused(contactKey) };
        if (channel != MessageChannel.Triggered)
        {
            service.Take([.. _taken]);
        }

        return service;
    }

    /// <summary>Runs to the end and gives the journal.</summary>
    public async Task<byte[]> WriteAsync()
    {
        using var service = new KeyedService { Refuses = (contactKey, _) => IsRefused(contactKey) };
        var host = await Sends.RunAsync(service, Options, _people);
        _contacts = host.Results.ToDictionary(result => result.MessageKey!, result => result.ContactKey!);
        return await File.ReadAllBytesAsync(JournalPath);
    }

    /// <summary>Leaves the journal of a run that was killed, damaged.</summary>
    public async Task BeginAsync()
    {
        var whole = await WriteAsync();
        var left = whole[..LengthLeft(whole)];
        var damaged = Damaged(left);
        NoteTaken(Damage == JournalDamage.LostLastLine ? damaged : left);
        await File.WriteAllBytesAsync(JournalPath, damaged);
    }

    // A line that only lacks its end counts as whole.
    private int LengthLeft(byte[] whole)
    {
        var length = random.Next(4) == 0 ? whole.Length : random.Next(whole.Length + 1);
        return length < whole.Length && whole[length] == '\n' ? length + 1 : length;
    }

    private void NoteTaken(byte[] journal)
    {
        foreach (var line in WholeLines(journal).Select(line => JsonNode.Parse(line)!))
        {
            foreach (var key in line["intent"]?.AsArray() ?? [])
            {
                if (!IsRefused(_contacts[key!.ToString()]) && random.Next(2) == 0)
                {
                    _taken.Add(key.ToString());
                }
            }

            if (line["outcome"]?.ToString() == "Accepted")
            {
                _taken.Add(line["key"]!.ToString());
            }
        }

        TakenContacts.UnionWith(_taken.Select(key => _contacts[key]));
    }

    private byte[] Damaged(byte[] journal)
    {
        var lines = WholeLines(journal);
        var torn = Encoding.UTF8.GetString(journal)[lines.Sum(line => line.Length + 1)..];
        var at = random.Next(Math.Max(1, lines.Count));
        switch (Damage)
        {
            case JournalDamage.FlippedBit when journal.Length > 0:
                byte[] flipped = [.. journal];
                flipped[random.Next(journal.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            case JournalDamage.LostLine when lines.Count > 1:
                lines.RemoveAt(random.Next(lines.Count - 1));
                break;
            case JournalDamage.LostLastLine when lines.Count > 0:
                lines.RemoveAt(lines.Count - 1);
                torn = "";
                break;
            case JournalDamage.DoubledLine when lines.Count > 0:
                lines.Insert(at, lines[at]);
                break;
            case JournalDamage.SwappedLines when lines.Count > 1:
                at = random.Next(lines.Count - 1);
                (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]);
                break;
        }

        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")) + torn);
    }

    private static List<string> WholeLines(byte[] journal)
    {
        var text = Encoding.UTF8.GetString(journal);
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
