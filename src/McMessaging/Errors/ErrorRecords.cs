using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Makes every error record of the module.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord ToErrorRecord(this McException error, object? target = null)
    {
        var record = new ErrorRecord(error, error.ErrorId, error.Category.ToErrorCategory(), target)
        {
            ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = error.RecommendedAction },
        };
        record.CategoryInfo.TargetName = NameOf(target);
        return record;
    }

    // The names of McErrorCategory are those of ErrorCategory, so that the Client needs no PowerShell.
    public static ErrorCategory ToErrorCategory(this McErrorCategory category) =>
        Enum.Parse<ErrorCategory>(category.ToString());

    // PowerShell would take the target's text, and that of an input object is all its values.
    private static string NameOf(object? target) => target switch
    {
        null => "",
        string key => OneLine.Of(AddressMask.Email(key)),
        PSObject { BaseObject: var inner } => inner.GetType().Name,
        _ => target.GetType().Name,
    };
}
