using McMessaging.Cli.Input;

namespace McMessaging.Cli.Sending;

/// <summary>The second pass over the input: hands every record to the operation.</summary>
internal static class SendPass
{
    /// <returns>The counts, also after a cancellation: then of what was read until then.</returns>
    public static async Task<SendSummary> RunAsync(
        InputFile input,
        Connection? connection,
        SendOptions options,
        IOperationHost host,
        CancellationToken cancellationToken)
    {
        await using var operation = await SendOperation.StartAsync(
            connection, options, new FileRecordReader(), host, cancellationToken);
        try
        {
            using var records = input.ReadRecords();
            while (!cancellationToken.IsCancellationRequested && records.Read())
            {
                await operation.AddAsync(records.Record);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (InputException)
        {
            // The file was changed since it was checked: what was read of it still gets its results.
            await operation.CompleteAsync();
            throw;
        }

        return await operation.CompleteAsync();
    }
}
