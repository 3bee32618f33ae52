using System.Collections.Specialized;
using System.Security.Cryptography;
using System.Text;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Nights;

/// <summary>
/// One start of the job: its run is named by the hash of its input, and so are its journal and its file of refused
/// rows. A kill leaves the files as they were at that moment.
/// </summary>
internal sealed class NightJob
{
    private readonly NightService _service;
    private readonly SendOptions _options;
    private readonly OrderedDictionary[] _input;
    private readonly Dictionary<string, byte[]?> _filesOfKill = [];
    private FileStream? _journal;
    private (string Path, Func<byte[]> Copy)? _rejected;

    public NightJob(NightService service, string folder, SendOptions options, OrderedDictionary[] input)
    {
        _service = service;
        _input = input;
        RejectedPath = Path.Combine(folder, options.RunId + ".csv");
        _options = options with
        {
            JournalPath = Path.Combine(folder, options.RunId + ".journal"),
            RejectedPath = RejectedPath,
            // A kill leaves what the system has; only a power cut needs the disk.
            JournalDisk = file => (_journal = file, file.Flush),
            RejectedDisk = Watch,
        };
    }

    public string RejectedPath { get; }

    public IReadOnlyList<RecipientResult> Results { get; private set; } = [];

    public List<string> Problems { get; } = [];

    public static string HashOf(OrderedDictionary[] input)
    {
        var text = string.Join('\n', input.Select(row => string.Join('\t', row.Values.Cast<object?>())));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    public async Task<NightEnd> RunAsync(bool hasTokenTrouble)
    {
        var before = Snapshot(_options.JournalPath!, RejectedPath, RejectedPath + ".partial");
        using var death = new CancellationTokenSource();
        _service.OnKill = () => Die(death);
        var host = new RecordingHost();
        try
        {
            using var connection = await _service.ConnectAsync(hasTokenTrouble);
            await SendAsync(connection, host, death.Token);
        }
        catch (McException) when (hasTokenTrouble && host.Results.Count == 0)
        {
            return NightEnd.NoToken;
        }
        catch (McException exception) when (exception.ErrorId != "AuthenticationFailed")
        {
            Problems.Add(exception.Message);
        }
        catch (Exception exception) when (exception is McException or OperationCanceledException)
        {
            // The model refused token after token, or the client was killed: what it did until then counts.
        }

        if (death.IsCancellationRequested)
        {
            LeaveFilesOfKill(before);
            return NightEnd.Killed;
        }

        Results = host.Results;
        return NightEnd.Finished;
    }

    private async Task SendAsync(Connection connection, RecordingHost host, CancellationToken death)
    {
        await using var operation = await SendOperation.StartAsync(
            connection, _options, new DictionaryReader(), host, death);
        foreach (var row in _input)
        {
            await operation.AddAsync(row);
        }

        await operation.CompleteAsync();
    }

    private CopyingStream Watch(FileStream file)
    {
        var stream = new CopyingStream(file);
        _rejected = (file.Name, stream.Copy);
        return stream;
    }

    private void Die(CancellationTokenSource death)
    {
        if (_journal is not null)
        {
            var bytes = new byte[RandomAccess.GetLength(_journal.SafeFileHandle)];
            _filesOfKill[_journal.Name] = bytes[..RandomAccess.Read(_journal.SafeFileHandle, bytes, 0)];
        }

        if (_rejected is { } rejected)
        {
            _filesOfKill[rejected.Path] = rejected.Copy();
        }

        death.Cancel();
    }

    private static Dictionary<string, byte[]?> Snapshot(params string[] paths) =>
        paths.ToDictionary(path => path, path => File.Exists(path) ? File.ReadAllBytes(path) : null);

    private void LeaveFilesOfKill(Dictionary<string, byte[]?> before)
    {
        foreach (var (path, bytes) in before)
        {
            if (_filesOfKill.GetValueOrDefault(path, bytes) is { } left)
            {
                File.WriteAllBytes(path, left);
            }
            else
            {
                File.Delete(path);
            }
        }
    }
}

/// <summary>How a start of the job ended.</summary>
internal enum NightEnd
{
    Finished,
    Killed,
    NoToken,
}
