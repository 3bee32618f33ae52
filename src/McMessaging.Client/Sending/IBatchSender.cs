using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Requests;

namespace McMessaging.Sending;

/// <summary>Says what becomes of a batch: by sending it, or by showing what would be sent.</summary>
internal interface IBatchSender
{
    /// <summary>Asks whether the batch may be sent. Called in input order, before anything is done for it.</summary>
    ValueTask<bool> ConfirmAsync(Batch batch);

    Task<BatchResult> SendAsync(Batch batch);

    /// <summary>The results of a batch that was not confirmed.</summary>
    BatchResult Decline(Batch batch);

    /// <summary>The results of a batch whose sending failed in a way that nobody foresaw.</summary>
    BatchResult Break(Batch batch);
}

/// <summary>What became of a batch: one result for each of its input objects, in their order.</summary>
/// <param name="Results">The results; of a preview, those of input objects that would not be sent.</param>
/// <param name="Request">The request, if there was one.</param>
/// <param name="Preview">What would be sent, in a preview.</param>
internal sealed record BatchResult(
    RecipientResult[] Results,
    RequestResult<BatchResponse>? Request = null,
    RequestPreview? Preview = null);
