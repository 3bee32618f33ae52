using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Status;

/// <summary>How far the messages not sent of one account and channel were listed, in a file of its own.</summary>
internal sealed class NotSentCheckpoint
{
    private const string Kind = "McMessaging not-sent checkpoint";

    // A checkpoint has some 200 bytes; whatever is longer is another file.
    private const int MostBytes = 4096;
    private readonly string _path;
    private readonly string _account;
    private readonly MessageChannel _channel;
    private readonly TimeProvider _timeProvider;

    private NotSentCheckpoint(string path, string account, MessageChannel channel, TimeProvider timeProvider)
    {
        _path = path;
        _account = account;
        _channel = channel;
        _timeProvider = timeProvider;
    }

    /// <summary>Where the last listing ended; <c>null</c>: there was none.</summary>
    public long? LastEventId { get; private set; }

    /// <exception cref="McException">The file is not this account's and channel's checkpoint.</exception>
    public static NotSentCheckpoint Open(
        string path, string account, MessageChannel channel, TimeProvider timeProvider)
    {
        var checkpoint = new NotSentCheckpoint(path, account, channel, timeProvider);
        try
        {
            checkpoint.LastEventId = checkpoint.ReadLastEventId();
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw CheckpointErrors.CannotRead(path, exception);
        }

        checkpoint.CheckFolder();
        return checkpoint;
    }

    /// <summary>Replaces the file as a whole: whoever looks finds the old place or the new one.</summary>
    public void Write(long lastEventId)
    {
        DraftFile? draft = null;
        try
        {
            draft = DraftFile.Create(_path);
            Write(lastEventId, draft.Stream);
            draft.Complete();
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw CheckpointErrors.CannotWrite(_path, draft?.Told(exception) ?? exception);
        }
        finally
        {
            draft?.Dispose();
        }
    }

    /// <summary>Finds out now, and not after everything was listed, whether it can be replaced.</summary>
    private void CheckFolder()
    {
        try
        {
            DraftFile.Create(_path).Dispose();
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw CheckpointErrors.CannotBegin(_path, exception);
        }
    }

    private long? ReadLastEventId()
    {
        if (!File.Exists(_path))
        {
            FileTrouble.ThrowIfFolder(_path);
            return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(_path)))
                ? null
                : throw new IOException("The folder does not exist.");
        }

        using var file = File.OpenRead(_path);
        if (file.Length > MostBytes)
        {
            throw CheckpointErrors.Damaged(_path);
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        using var document = JsonElementExtensions.TryParseObject(bytes);
        var root = document?.RootElement ?? default;
        if (root.Text("kind") != Kind
            || root.Text("account") is not { } account
            || root.Text("channel") is not { } channel
            || root.Number("lastEventId") is not (>= 0 and var lastEventId))
        {
            throw CheckpointErrors.Damaged(_path);
        }

        return account == _account && channel == _channel.ToString()
            ? lastEventId
            : throw CheckpointErrors.OfAnother(_path, account, channel, _account, _channel);
    }

    private void Write(long lastEventId, Stream file)
    {
        using var json = new Utf8JsonWriter(file, JsonWriting.Options);
        json.WriteStartObject();
        json.WriteString("kind", Kind);
        json.WriteString("account", _account);
        json.WriteString("channel", _channel.ToString());
        json.WriteNumber("lastEventId", lastEventId);
        json.WriteString("at", _timeProvider.GetUtcNow());
        json.WriteEndObject();
    }
}
