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
    public static int Of(SendReport report)
    {
        var results = report.Results;
        var accepted = results[SendOutcome.Accepted] + results[SendOutcome.AlreadyAccepted];
        if (report.IsInterrupted)
        {
            return Interrupted;
        }

        if (report.Failure is { } error)
        {
            // Bad input promises that nothing was sent.
            return Of(error) is var code && code == BadInput && accepted > 0 ? SomeNotAccepted : code;
        }

        if (accepted == report.Count)
        {
            return AllAccepted;
        }

        var mayBeSent = results.Completed > 0 || results[SendOutcome.Unknown] > 0;
        return results[SendOutcome.Failed] > 0 && !mayBeSent ? Unreachable : SomeNotAccepted;
    }

    /// <summary>The code of a dry run.</summary>
    public static int OfDryRun(SendReport report)
    {
        if (report.IsInterrupted)
        {
            return Interrupted;
        }

        if (report.Failure is { } error)
        {
            return Of(error);
        }

        return report.Results.Total == 0 ? AllAccepted : SomeNotAccepted;
    }
}
