using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Makes every error record of the module.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord ToErrorRecord(this McException error, object? target = null) =>
        new(error, error.ErrorId, error.Category.ToErrorCategory(), target)
        {
            ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = error.RecommendedAction },
        };

    // The names of McErrorCategory are those of ErrorCategory, so that the Client needs no PowerShell.
    public static ErrorCategory ToErrorCategory(this McErrorCategory category) =>
        Enum.Parse<ErrorCategory>(category.ToString());
}
