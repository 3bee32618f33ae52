using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Operations;

/// <summary>An operation of the service, how the client does it, and what comes of it in a prepared sandbox.</summary>
/// <param name="Id">The operation's id in the vendor's description, or its name in the documentation.</param>
/// <param name="Route">The method and the path, as the prepared sandbox is asked; an asterisk ends a prefix.</param>
/// <param name="Expected">What the client tells, in short.</param>
/// <param name="RunAsync">Does it, and tells in short what came of it.</param>
internal sealed record Operation(string Id, string Route, string Expected, Func<Service, Task<string>> RunAsync)
{
    /// <summary>The HTTP statuses of errors that the description has for it.</summary>
    public required int[] Errors { get; init; }

    public bool IsAskedBy(string request) => Route.EndsWith('*')
        ? request.StartsWith(Route[..^1], StringComparison.Ordinal)
        : request == Route;

    public override string ToString() => Id;
}
