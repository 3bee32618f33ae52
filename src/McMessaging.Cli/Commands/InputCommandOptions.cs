using System.CommandLine;
using McMessaging.Cli.Input;

namespace McMessaging.Cli.Commands;

/// <summary>The options about the input, and how its columns become recipients.</summary>
internal sealed class InputCommandOptions
{
    private readonly Option<string> _input = new("--input")
    {
        HelpName = "FILE|-",
        Description = "The recipients; - reads standard input.",
        Required = true,
    };

    private readonly Option<string?> _format = new Option<string?>("--format")
    {
        Description = "The input's format. Default: by the file's extension; standard input by its first character.",
    }.AcceptOnlyFromAmong(InputFormats.Names);

    private readonly DelimiterOption _delimiter = new("--delimiter")
    {
        Description = "What separates the columns of a CSV file: one character, or tab. Default: a comma.",
    };

    private readonly EncodingOption _encoding = new("--encoding")
    {
        Description = "How the input is encoded, such as windows-1252. Default: UTF-8.",
    };

    private readonly Option<string?> _contactKey = new("--contact-key")
    {
        HelpName = "COLUMN",
        Description = $"The column of the contact key. Default: {string.Join(" or ", RecipientNames.ContactKey)}.",
    };

    private readonly Option<string?> _to = new("--to")
    {
        HelpName = "COLUMN",
        Description = "The column of the address. Default: To, Address, EmailAddress or Email; for SMS To, "
            + "MobileNumber, PhoneNumber or Phone.",
    };

    private readonly Option<string?> _messageKey = new("--message-key")
    {
        HelpName = "COLUMN",
        Description = "The column of the message key. Default: MessageKey, if there is one.",
    };

    private readonly Option<string?> _attributes = new("--attributes")
    {
        HelpName = "COLUMNS",
        Description = "The columns that become attributes, separated by commas. Default: all others.",
    };

    private readonly Option<bool> _useAddress = new("--use-address-as-contact-key")
    {
        Description = "A recipient without a contact key gets its address as contact key.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_input);
        command.Options.Add(_format);
        command.Options.Add(_delimiter);
        command.Options.Add(_encoding);
        command.Options.Add(_contactKey);
        command.Options.Add(_to);
        command.Options.Add(_messageKey);
        command.Options.Add(_attributes);
        command.Options.Add(_useAddress);
    }

    public RecipientMapping ReadMapping(ParseResult arguments) => new()
    {
        ContactKeyProperty = arguments.GetValue(_contactKey),
        ToProperty = arguments.GetValue(_to),
        MessageKeyProperty = arguments.GetValue(_messageKey),
        AttributeProperty = arguments.GetValue(_attributes)?.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        UseAddressAsContactKey = arguments.GetValue(_useAddress),
    };

    public InputOptions ReadInput(ParseResult arguments) => new()
    {
        Path = arguments.GetRequiredValue(_input),
        Format = InputFormats.Parse(arguments.GetValue(_format)),
        Delimiter = arguments.GetValue(_delimiter) ?? ',',
        Encoding = arguments.GetValue(_encoding),
        Columns = new InputColumns(ReadMapping(arguments)),
    };
}
