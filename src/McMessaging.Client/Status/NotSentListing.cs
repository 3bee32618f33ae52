using System.Globalization;
using System.Runtime.CompilerServices;
using McMessaging.Status;

namespace McMessaging;

/// <summary>
/// One listing of messages not sent that begins where the last one ended. Read it to its end, then <see cref="Save"/>
/// the place: a listing that was cut short is repeated, and nothing is lost.
/// </summary>
public sealed class NotSentListing
{
    private readonly NotSentMessages _messages;
    private readonly MessageChannel _channel;
    private readonly NotSentCheckpoint? _checkpoint;
    private readonly int? _first;
    private bool _isComplete;

    private NotSentListing(
        NotSentMessages messages, MessageChannel channel, NotSentOptions options, NotSentCheckpoint? checkpoint)
    {
        _messages = messages;
        _channel = channel;
        _first = options.First;
        _checkpoint = checkpoint;
        LastEventId = checkpoint?.LastEventId ?? options.LastEventId;
        if (options.LastEventId is { } given && given != LastEventId)
        {
            Warning = string.Create(
                CultureInfo.InvariantCulture,
                $"The list begins after event {LastEventId}, where the checkpoint '{options.CheckpointPath}' ended, "
                    + $"and not after -LastEventId {given}. To begin there, give a new checkpoint file.");
        }
    }

    /// <summary>What to know before the list is read; <c>null</c>: nothing.</summary>
    public string? Warning { get; }

    /// <summary>Where the next listing goes on: moves with each message, and ahead of the last one.</summary>
    public long? LastEventId { get; private set; }

    /// <summary>Reads the checkpoint, if there is one. Makes no call yet.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="channel">Email or SMS.</param>
    /// <param name="options">Which messages.</param>
    /// <param name="verbose">Takes a line per attempt: method, path, status, duration.</param>
    /// <exception cref="McException">
    /// The checkpoint is damaged, cannot be read, or belongs to another account or channel.
    /// </exception>
    public static NotSentListing Open(
        Connection connection, MessageChannel channel, NotSentOptions options, Action<string>? verbose = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(options);
        var checkpoint = options.CheckpointPath is { } path
            ? NotSentCheckpoint.Open(path, connection.Account, channel, connection.TimeProvider)
            : null;
        return new NotSentListing(new NotSentMessages(connection, verbose), channel, options, checkpoint);
    }

    /// <summary>The messages, page by page as they are asked for. Once only.</summary>
    /// <exception cref="McException">A call failed. What came before it is listed.</exception>
    public async IAsyncEnumerable<NotSentMessage> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = _first;
        var pages = _messages.PagesAsync(_channel, LastEventId, pageSize: null, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var message in page.Messages)
            {
                yield return message;

                // Only now does whoever asked have it.
                LastEventId = message.LastEventId;
                if (--left == 0)
                {
                    _isComplete = true;
                    yield break;
                }
            }

            LastEventId = page.LastEventId;
        }

        _isComplete = true;
    }

    /// <summary>
    /// Writes the checkpoint, if there is one and the listing was read to its end; until then the file stays as it was.
    /// </summary>
    /// <exception cref="McException">The checkpoint cannot be written.</exception>
    public void Save()
    {
        if (_isComplete && LastEventId is { } place)
        {
            _checkpoint?.Write(place);
        }
    }
}
