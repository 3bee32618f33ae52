using McMessaging.Http;

namespace McMessaging.Requests;

/// <summary>A request that can be made again from the same bytes.</summary>
internal sealed class ServiceRequest<TResponse>
    where TResponse : class, IHasRequestId
{
    public required HttpMethod Method { get; init; }

    /// <summary>The path below the REST host, without a leading slash; may have a query.</summary>
    public required string Path { get; init; }

    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>How many recipients it carries, for a rate that counts them.</summary>
    public int Recipients { get; init; }

    /// <summary>Whether it goes on with what an earlier request began: it goes before what was not begun.</summary>
    public bool IsRetry { get; init; }

    /// <summary>When an earlier request first sent what this one sends again, if one did.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>Whether a retry after an ambiguous failure does no harm.</summary>
    public required bool CanRetryAmbiguous { get; init; }

    /// <summary>Reads a 2xx response, or a 400 that tells of each recipient; <c>null</c> if it does not fit.</summary>
    public required Func<ServiceResponse, TResponse?> ReadResponse { get; init; }

    /// <summary>Runs once, right before the first attempt; if it throws, nothing is sent.</summary>
    public Func<Task> BeforeFirstAttempt { get; init; } = () => Task.CompletedTask;
}
