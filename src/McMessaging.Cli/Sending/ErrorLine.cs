using McMessaging.Cli.Input;
using McMessaging.Cli.Output;

namespace McMessaging.Cli.Sending;

/// <summary>An error in a line for people.</summary>
internal static class ErrorLine
{
    public static string Of(Exception error) => error switch
    {
        McException known => $"mcmsg: {Advice.Of(known)}",
        InputException => error.Message,
        _ => $"mcmsg: Unexpected error: {UnexpectedError.Describe(error)}.",
    };
}
