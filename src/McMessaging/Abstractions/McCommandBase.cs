using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>A cmdlet that waits for asynchronous work without losing Ctrl+C.</summary>
public abstract class McCommandBase : PSCmdlet, IDisposable
{
    /// <summary>Makes the cmdlet.</summary>
    protected McCommandBase() => Pump = new PipelinePump(() => Stopping);

    private protected PipelinePump Pump { get; }

    /// <summary>Ends what is under way; PowerShell calls it however the pipeline ended.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => Pump.Stop();

    /// <summary>Ends what is under way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Pump.Dispose();
        }
    }

    private protected T Await<T>(Task<T> task)
    {
        Await((Task)task);
        return task.Result;
    }

    private protected void Await(Task task) => Guard(() => Pump.Run(task));

    /// <summary>Turns a stop and an error of the Client into what PowerShell knows.</summary>
    private protected void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (Pump.Stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (McException exception)
        {
            ThrowTerminating(exception);
        }
        catch (Exception exception) when (exception.GetType().Assembly != typeof(PSCmdlet).Assembly)
        {
            // PowerShell's own go on as they are: some of them are no errors, but ends of a pipeline.
            ThrowTerminating(CommandErrors.Unexpected(exception));
        }
    }

    [DoesNotReturn]
    private protected void ThrowTerminating(McException error, object? target = null)
    {
        ThrowTerminatingError(error.ToErrorRecord(target));
        throw error;
    }
}
