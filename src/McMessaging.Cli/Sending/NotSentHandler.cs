using System.Globalization;
using McMessaging.Cli.Output;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Sending;

/// <summary>A list of messages not sent, from its arguments to its exit code.</summary>
internal sealed class NotSentHandler(NotSentJob job, CliConsole console)
{
    public async Task<int> ExecuteAsync(CancellationToken interrupted)
    {
        try
        {
            await ListAsync(interrupted);
            return ExitCodes.AllAccepted;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            console.WriteErrorLine("mcmsg: Interrupted. The next list repeats this one.");
            return ExitCodes.Interrupted;
        }
        catch (McException exception)
        {
            console.WriteErrorLine(ErrorLine.Of(exception));
            return ExitCodes.Of(exception);
        }
    }

    private async Task ListAsync(CancellationToken interrupted)
    {
        JobFiles.CheckApart("--output", job.Output, "--checkpoint", job.Options.CheckpointPath);
        var account = EnvironmentCredentials.Read(console.Variable);
        using var connection = await Connection.ConnectAsync(account, interrupted);
        var listing = NotSentListing.Open(connection, job.Channel, job.Options);
        if (listing.Warning is { } warning)
        {
            console.WriteErrorLine($"mcmsg: {Advice.Of(warning)}");
        }

        using var output = new OutputFile(job.Output, console.OpenOutput);
        output.OpenAsWhole();
        var count = 0L;
        await foreach (var message in listing.ReadAsync(interrupted))
        {
            output.Write(NotSentLine.Of(message));
            count++;
        }

        // In this order: a message that is lost with the power must not lie behind the checkpoint.
        output.Complete();
        listing.Save();
        console.WriteErrorLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} not sent. The next list goes on after event {listing.LastEventId ?? 0}."));
    }
}
