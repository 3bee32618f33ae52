namespace McMessaging.Commands;

/// <summary>Tells errors about one thing from those that every further call of a command would meet, too.</summary>
internal static class ErrorReach
{
    private static readonly string[] OfTheConnection = ["ConnectionClosed", "ServiceUnreachable", "ServiceNotFound"];

    public static bool MeetsEveryCall(this McException error) =>
        error.Category is McErrorCategory.AuthenticationError or McErrorCategory.PermissionDenied
        || OfTheConnection.Contains(error.ErrorId);
}
