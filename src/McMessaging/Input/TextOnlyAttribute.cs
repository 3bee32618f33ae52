using System.Collections;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>
/// Takes texts and numbers from the pipeline, and no other object: PowerShell would take its text, which may hold an
/// address, for the value.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextOnlyAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var input = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return input switch
        {
            null or string => input,
            IEnumerable list => list.Cast<object?>().Select(TextOf).ToArray(),
            _ => TextOf(input),
        };
    }

    private static string? TextOf(object? value)
    {
        var plain = value is PSObject wrapper ? wrapper.BaseObject : value;
        if (plain is null or string or Guid || Convert.GetTypeCode(plain) is not TypeCode.Object)
        {
            return plain is null ? null : LanguagePrimitives.ConvertTo<string>(plain);
        }

        // With this cause, PowerShell goes on to the properties of the object.
        const string Problem = "The value is not text.";
        throw new ArgumentTransformationMetadataException(Problem, new PSInvalidCastException(Problem));
    }
}
