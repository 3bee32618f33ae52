using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Explains a channel that a cmdlet cannot ask about, in words that offer none of those.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SendChannelAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var isChannel = LanguagePrimitives.TryConvertTo(inputData, out MessageChannel channel);
        return (isChannel, channel) switch
        {
            (true, MessageChannel.Triggered) => throw new ArgumentTransformationMetadataException(
                "The channel is Email or Sms. Ask about triggered sends with Get-McTriggeredSendStatus."),
            (true, _) => channel,
            _ => throw new ArgumentTransformationMetadataException($"The channel is Email or Sms, not '{inputData}'."),
        };
    }
}
