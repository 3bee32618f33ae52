namespace McMessaging.Commands;

/// <summary>A cmdlet that asks the service about one thing after another.</summary>
public abstract class ServiceCommandBase : ConnectedCommandBase
{
    private protected Action<string> Verbose => line => Pump.Post(() => this.WriteVerboseLine(line));

    /// <summary>Does what is to be done about one thing. Its error ends nothing that goes on without it.</summary>
    private protected void ForOne(object target, Func<CancellationToken, Task> work) => Guard(() =>
    {
        try
        {
            Pump.Run(work(Pump.Stopping));
        }
        catch (McException exception) when (!exception.MeetsEveryCall())
        {
            WriteError(exception.ToErrorRecord(target));
        }
    });

    /// <summary>Writes what the service says about one thing.</summary>
    private protected void WriteOne<T>(object target, Func<CancellationToken, Task<T>> ask) =>
        ForOne(target, async stop => await WriteAsync(await ask(stop).ConfigureAwait(false)).ConfigureAwait(false));

    /// <summary>Writes things as they come; an error ends the list, and with it the command.</summary>
    private protected void WriteEach<T>(IAsyncEnumerable<T> things) => Await(WriteEachAsync(things));

    private async Task WriteEachAsync<T>(IAsyncEnumerable<T> things)
    {
        await foreach (var thing in things.ConfigureAwait(false))
        {
            await WriteAsync(thing).ConfigureAwait(false);
        }
    }

    private protected ValueTask WriteAsync<T>(T thing) => Pump.InvokeAsync(() => WriteObject(thing));
}
