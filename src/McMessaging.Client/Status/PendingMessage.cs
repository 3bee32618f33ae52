namespace McMessaging.Status;

/// <summary>A message whose final state is waited for.</summary>
internal sealed class PendingMessage(MessageReference message)
{
    private MessageStatus? _last;
    private McException? _error;

    public MessageReference Message => message;

    public bool IsDone => _last?.IsFinal == true || IsRefused;

    /// <summary>What makes it useless to ask for any message; <c>null</c> if there is nothing of the kind.</summary>
    public McException? EndsWait => _error?.Category is McErrorCategory.AuthenticationError
        or McErrorCategory.PermissionDenied
        or McErrorCategory.InvalidOperation ? _error : null;

    public bool IsRefused => _error?.Category is McErrorCategory.InvalidData or McErrorCategory.InvalidArgument;

    public void Note(MessageStatus status)
    {
        _last = status;
        _error = null;
    }

    public void Note(McException error) => _error = error;

    public MessageWaitResult Result() => new(Status(), IsRefused ? _error : null);

    public MessageWaitResult TimedOut(TimeSpan timeout) =>
        new(Status(), WaitErrors.TimedOut(Status(), timeout, _error));

    private MessageStatus Status() =>
        _last ?? new MessageStatus { MessageKey = message.MessageKey, Channel = message.Channel };
}
