namespace McMessaging.Cli.Tests.Input;

/// <summary>A standard input that never gives anything, whatever is cancelled.</summary>
internal sealed class EndlessInput : MemoryStream
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Begun => _begun.Task;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _begun.SetResult();
        return new ValueTask<int>(new TaskCompletionSource<int>().Task);
    }
}
