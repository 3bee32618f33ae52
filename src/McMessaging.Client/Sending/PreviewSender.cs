using System.Text;
using McMessaging.Batches;
using McMessaging.Endpoints;

namespace McMessaging.Sending;

/// <summary>Shows what would be sent, and the results of what would not.</summary>
internal sealed class PreviewSender(SendEndpoint endpoint, Uri? restBase) : IBatchSender
{
    public ValueTask<bool> ConfirmAsync(Batch batch) => ValueTask.FromResult(true);

    public Task<BatchResult> SendAsync(Batch batch)
    {
        var preview = batch.SendCount == 0 ? null : PreviewOf(batch);
        return Task.FromResult(new BatchResult(batch.InInputOrder([]), Preview: preview));
    }

    public BatchResult Decline(Batch batch) => new(batch.InInputOrder([]));

    public BatchResult Break(Batch batch) => new(batch.InInputOrder([]));

    private RequestPreview PreviewOf(Batch batch)
    {
        var (path, body) = batch.RequestWith(endpoint);
        var address = restBase is null ? new Uri(path, UriKind.Relative) : new Uri(restBase, path);
        return new RequestPreview("POST", address, Encoding.UTF8.GetString(body.Span), batch.SendCount);
    }
}
