using System.Security;
using McMessaging.Auth;
using McMessaging.Benchmarks.Support;

namespace McMessaging.Benchmarks.Allocations;

/// <summary>A send whose allocations are counted, against a service in memory.</summary>
internal sealed class MeasuredSend : IDisposable
{
    private static readonly SendOptions Options = new()
    {
        Channel = MessageChannel.Email,
        DefinitionKey = "welcome",
        RunId = "benchmark",
    };

    private readonly AcceptingService _service;
    private readonly Connection _connection;

    private MeasuredSend(AcceptingService service, Connection connection)
    {
        _service = service;
        _connection = connection;
    }

    public static async Task<MeasuredSend> ConnectAsync()
    {
        var token = new SecureString();
        foreach (var c in "token")
        {
            token.AppendChar(c);
        }

        var service = new AcceptingService();
        var connection = await Connection.ConnectAsync(
            new ConnectionOptions
            {
                AccessToken = token,
                RestBaseUri = new Uri("https://benchmark.rest.marketingcloudapis.com/"),
                MessageHandler = service,
            },
            CancellationToken.None);
        return new MeasuredSend(service, connection);
    }

    /// <summary>Sends to all and gives the allocated bytes per recipient, without the result objects.</summary>
    public async Task<double> RunAsync(object[] input)
    {
        var host = new SilentHost();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await using (var operation = await SendOperation.StartAsync(
            _connection, Options, new RowReader(), host, CancellationToken.None))
        {
            foreach (var recipient in input)
            {
                await operation.AddAsync(recipient);
            }

            await operation.CompleteAsync();
        }

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        if (host.Accepted != input.Length)
        {
            throw new InvalidOperationException($"{host.Accepted} were accepted.");
        }

        return ((double)allocated / input.Length) - ResultBytes();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _service.Dispose();
    }

    private static double ResultBytes()
    {
        const int Count = 1000;
        var results = new RecipientResult[Count];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
        {
            results[i] = new RecipientResult();
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Count;
    }
}
