using McMessaging.Chaos;

namespace McMessaging.Load;

/// <summary>The program, and how its commands may end.</summary>
internal static class Mcmsg
{
    public const int AllAccepted = 0;
    public const int SomeRefused = 1;

    /// <summary>A test of the connection makes one attempt, so that a single fault fails it.</summary>
    public const int ServiceFailed = 4;

    public const int Stopped = 130;

    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "mcmsg.dll");

    /// <param name="exit">How it ended.</param>
    /// <param name="what">The command.</param>
    /// <param name="expected">The exit code that it may have, beside 0.</param>
    public static IReadOnlyList<string> ProblemsOf(ClientExit exit, string what, int expected) =>
        exit.Code == AllAccepted || exit.Code == expected
            ? []
            : [$"mcmsg {what} ended with {exit.Code}: {exit.Errors}"];
}
