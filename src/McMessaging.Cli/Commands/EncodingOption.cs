using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;

namespace McMessaging.Cli.Commands;

/// <summary>An option that takes the name of a text encoding.</summary>
internal sealed class EncodingOption : Option<Encoding?>
{
    public EncodingOption(string name)
        : base(name)
    {
        HelpName = "NAME";
        CustomParser = Parse;
    }

    private Encoding? Parse(ArgumentResult result)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(
                result.Tokens[0].Value, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // The latter: UTF-7 has a name and is refused.
            result.AddError($"{Name} is not known. Give a name such as utf-8, utf-16, windows-1252 or iso-8859-15.");
            return null;
        }
    }
}
