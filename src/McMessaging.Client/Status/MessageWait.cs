using System.Runtime.CompilerServices;
using McMessaging.Status;

namespace McMessaging;

/// <summary>
/// Asks for the states of messages until all are final, in rounds with growing rests between them. A rate limit of the
/// service halts all questions for as long as it says.
/// </summary>
public sealed class MessageWait
{
    /// <summary>How long a wait lasts unless something else is asked for: five minutes.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(5);

    private const int AtOnce = 4;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(3);
    private readonly MessageStatuses _statuses;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _timeout;
    private readonly Action<MessageWaitProgress> _progress;

    /// <summary>Makes no call yet.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="timeout">How long to wait for all messages together: more than zero, up to three days.</param>
    /// <param name="verbose">Takes a line per attempt: method, path, status, duration.</param>
    /// <param name="progress">Takes the counts after every few questions.</param>
    /// <exception cref="McException">The time is out of its limits: the service remembers states for three
    /// days.</exception>
    public MessageWait(
        Connection connection,
        TimeSpan timeout,
        Action<string>? verbose = null,
        Action<MessageWaitProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (timeout <= TimeSpan.Zero || timeout > LongestTimeout)
        {
            throw WaitErrors.InvalidTimeout();
        }

        _statuses = new MessageStatuses(connection, verbose, AtOnce);
        _timeProvider = connection.TimeProvider;
        _timeout = timeout;
        _progress = progress ?? (_ => { });
    }

    /// <summary>
    /// One result for each message, as soon as its state is final or the time is over. A message that the service does
    /// not know, or cannot tell of now, is asked for again.
    /// </summary>
    /// <param name="messages">The messages; one that occurs twice is waited for once.</param>
    /// <param name="cancellationToken">Ends the wait without further results.</param>
    /// <exception cref="McException">Credentials or permissions were refused: no message can be asked for.</exception>
    public async IAsyncEnumerable<MessageWaitResult> RunAsync(
        IEnumerable<MessageReference> messages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var pending = messages.Distinct().Select(message => new PendingMessage(message)).ToList();
        using var clock = new WaitClock(_timeProvider, _timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Deadline);
        var counters = new WaitCounters(pending.Count, clock, _progress);
        for (var round = 1; pending.Count > 0; round++)
        {
            foreach (var some in pending.Chunk(AtOnce).TakeWhile(_ => !clock.IsOver))
            {
                await Task.WhenAll(some.Select(message => AskAsync(message, either.Token, cancellationToken)))
                    .ConfigureAwait(false);
                foreach (var done in some.Where(message => message.IsDone))
                {
                    yield return counters.Count(done.Result());
                }

                counters.Report();
                if (Array.Find(some, message => message.EndsWait is not null) is { } lost)
                {
                    throw lost.EndsWait!;
                }
            }

            pending.RemoveAll(message => message.IsDone);
            if (pending.Count == 0 || clock.RestAfter(round) is not { } rest)
            {
                break;
            }

            await Task.Delay(rest, _timeProvider, cancellationToken).ConfigureAwait(false);
        }

        foreach (var message in pending)
        {
            yield return message.TimedOut(_timeout);
        }
    }

    private async Task AskAsync(PendingMessage message, CancellationToken either, CancellationToken cancellationToken)
    {
        try
        {
            (var channel, var key) = message.Message;
            message.Note(await _statuses.GetAsync(channel, key, either).ConfigureAwait(false));
        }
        catch (McException exception)
        {
            message.Note(exception);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over: what was seen last counts.
        }
    }
}
