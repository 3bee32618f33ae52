using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Lets a connection be given by its name, and explains why one from another process is of no use.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConnectionTransformationAttribute : ArgumentTransformationAttribute
{
    private const string CopyTypeName = "Deserialized.McMessaging.Connection";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is PSObject { BaseObject: PSCustomObject } copy && copy.TypeNames.Contains(CopyTypeName))
        {
            throw AsTransformationError(CommandErrors.ConnectionOfAnotherProcess());
        }

        var input = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return input is string name ? Find(name) : inputData;
    }

    private static Connection Find(string name) =>
        ConnectionRegistry.OfSession.Find(name)
        ?? throw AsTransformationError(CommandErrors.ConnectionNotFound(name));

    private static ArgumentTransformationMetadataException AsTransformationError(McException error) =>
        new($"{error.Message} {error.RecommendedAction}", error);
}
