using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;

namespace McMessaging.Cli.Sending;

/// <summary>What the program tells the script that ran it.</summary>
internal static class ExitCodes
{
    public const int AllAccepted = 0;
    public const int SomeNotAccepted = 1;
    public const int BadInput = 2;
    public const int NotAuthorized = 3;
    public const int Unreachable = 4;
    public const int Interrupted = 130;

    /// <summary>The code of an error.</summary>
    public static int Of(Exception error) => (error as McException)?.Category switch
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

    /// <summary>The code of a send that was begun.</summary>
    public static int Of(RunResult run)
    {
        var outcomes = run.Results.Outcomes;
        if (run.IsInterrupted)
        {
            return Interrupted;
        }

        if (run.Failure is { } error)
        {
            // Bad input promises that nothing was sent.
            return Of(error) is var code && code == BadInput && outcomes.TotalAccepted > 0 ? SomeNotAccepted : code;
        }

        if (outcomes.TotalAccepted == run.Count)
        {
            return AllAccepted;
        }

        var mayBeSent = run.Results.Completed > 0 || outcomes[SendOutcome.Unknown] > 0;
        var isPutOff = outcomes[SendOutcome.Cancelled] == run.Count;
        return isPutOff || (outcomes[SendOutcome.Failed] > 0 && !mayBeSent) ? Unreachable : SomeNotAccepted;
    }

    /// <summary>The code of a test of the connection that failed.</summary>
    public static int Of(ConnectionTestResult findings) => findings switch
    {
        { TokenValid: false } => NotAuthorized,
        { DefinitionUsable: false } => BadInput,
        { DefinitionKey: not null, HttpStatus: 403 } => NotAuthorized,
        _ => Unreachable,
    };

    /// <summary>The code of a dry run.</summary>
    public static int OfDryRun(RunResult run)
    {
        if (run.IsInterrupted)
        {
            return Interrupted;
        }

        if (run.Failure is { } error)
        {
            return Of(error);
        }

        return run.Results.Outcomes.Total == 0 ? AllAccepted : SomeNotAccepted;
    }
}
