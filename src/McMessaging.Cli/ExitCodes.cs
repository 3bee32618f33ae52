using McMessaging.Cli.Output;

namespace McMessaging.Cli;

/// <summary>What the program tells the script that ran it.</summary>
internal static class ExitCodes
{
    public const int AllAccepted = 0;
    public const int SomeNotAccepted = 1;
    public const int BadInput = 2;
    public const int NotAuthorized = 3;
    public const int Unreachable = 4;
    public const int Interrupted = 130;

    /// <summary>The code of an error that ended the run.</summary>
    public static int Of(McException error) => error.Category switch
    {
        McErrorCategory.AuthenticationError or McErrorCategory.PermissionDenied => NotAuthorized,
        McErrorCategory.ConnectionError
            or McErrorCategory.OperationTimeout
            or McErrorCategory.ResourceUnavailable
            or McErrorCategory.LimitsExceeded
            or McErrorCategory.ProtocolError => Unreachable,
        McErrorCategory.WriteError => SomeNotAccepted,
        _ => BadInput,
    };

    /// <summary>The code of a run that came to its end.</summary>
    /// <param name="results">The results.</param>
    /// <param name="count">The recipients of the input.</param>
    public static int Of(ResultTally results, long count)
    {
        if (results[SendOutcome.Accepted] + results[SendOutcome.AlreadyAccepted] == count) return AllAccepted;
        return results[SendOutcome.Failed] > 0 && results.Answered == 0 ? Unreachable : SomeNotAccepted;
    }

    /// <param name="rejected">The recipients that would not be sent.</param>
    public static int OfDryRun(ResultTally rejected) => rejected.Total == 0 ? AllAccepted : SomeNotAccepted;
}
