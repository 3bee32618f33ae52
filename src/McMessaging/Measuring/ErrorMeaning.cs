namespace McMessaging.Commands;

/// <summary>Looks up what the error of a result means.</summary>
internal static class ErrorMeaning
{
    /// <summary>By the code, and by the name where there is none or the code means several things.</summary>
    public static string? Of(int? code, string? name)
    {
        var byCode = code is { } number ? ErrorCatalogue.Find(number) : [];
        IEnumerable<ErrorInfo> found = byCode.Count == 0 && name is not null ? ErrorCatalogue.Find(name) : byCode;
        return (found.FirstOrDefault(error => error.Name == name) ?? found.FirstOrDefault())?.Meaning;
    }
}
