namespace McMessaging.Commands;

/// <summary>The errors that only the cmdlets can meet.</summary>
internal static class CommandErrors
{
    public static McException NoConnection() => new(
        "NoConnection",
        McErrorCategory.ConnectionError,
        "There is no connection to a Marketing Cloud account in this session.",
        "Run Connect-McAccount first, or give a connection with -Connection.");

    public static McException ConnectionNotFound(string name) => new(
        "ConnectionNotFound",
        McErrorCategory.ObjectNotFound,
        $"There is no connection named '{name}' in this session.",
        $"Run Connect-McAccount -Name '{name}', or see what there is with Get-McConnection.");

    public static McException ConnectionOfAnotherProcess() => new(
        "ConnectionOfAnotherProcess",
        McErrorCategory.InvalidArgument,
        "This connection is a copy from another process (a job or a remote session), without its token.",
        "Run Connect-McAccount inside the job, for example with -FromEnvironment or with "
            + "-Credential $using:credential. ForEach-Object -Parallel and Start-ThreadJob can share a connection.");

    public static McException ProxyMissing() => new(
        "ProxyMissing",
        McErrorCategory.InvalidArgument,
        "There is a -ProxyCredential but no -Proxy.",
        "Give the address of the proxy with -Proxy.");

    public static McException NotAFile(string path) => new(
        "NotAFile",
        McErrorCategory.InvalidArgument,
        $"The path '{path}' is not in the file system.",
        "Give the path of a file on a drive.");

    public static McException NotASendResult() => new(
        "NotASendResult",
        McErrorCategory.InvalidArgument,
        "This object is not the result of a send: it has no property 'Outcome' with a known outcome.",
        "Pipe the output of Send-McEmail, Send-McSms or Invoke-McTriggeredSend.");

    public static McException MessageNotTaken(string? messageKey, SendOutcome outcome) => new(
        "MessageNotTaken",
        McErrorCategory.ObjectNotFound,
        string.IsNullOrEmpty(messageKey)
            ? $"The service did not take a message without a key ({outcome}), so it has no status."
            : $"The service did not take the message '{messageKey}' ({outcome}), so it has no status.",
        "Look at the result's ErrorName and Message; ask for those with Outcome Accepted or AlreadyAccepted.");

    public static McException FieldsMissing(MessageChannel channel, string[] fields) => new(
        "FieldsMissing",
        McErrorCategory.InvalidArgument,
        $"A new {(channel == MessageChannel.Sms ? "SMS" : "email")} definition needs "
            + $"{WordsOf(fields)}.",
        fields.Length == 1 ? "Give this parameter, too." : "Give these parameters, too.");

    public static McException UnknownError(string codeOrName) => new(
        "ErrorNotFound",
        McErrorCategory.ObjectNotFound,
        $"The error catalogue does not know '{codeOrName}'.",
        "Look through it with Get-McErrorInfo, or search it with wildcards: Get-McErrorInfo *definition*.");

    public static McException AttributeGivenTwice(string name) => new(
        "AttributeGivenTwice",
        McErrorCategory.InvalidArgument,
        $"The attribute '{name}' is given twice, in different case.",
        "Give each attribute once.");

    public static McException NoSandbox() => new(
        "NoSandbox",
        McErrorCategory.ObjectNotFound,
        "No sandbox is running in this session.",
        "Run Start-McSandbox first, or give a sandbox with -Sandbox.");

    public static McException SandboxNotStarted(InvalidOperationException cause) => new(
        "SandboxNotStarted",
        McErrorCategory.ResourceBusy,
        cause.Message,
        "Give another port with -Port, or leave -Port out to take any free one.",
        cause);

    public static McException UnusableFault(ArgumentException cause) => new(
        "UnusableFault",
        McErrorCategory.InvalidArgument,
        cause.Message,
        "Give rates from 0 to 1, or numbers, by the names of the faults: @{ http500 = 0.1; latencyMs = 50 }.",
        cause);

    public static McException Unexpected(Exception exception) => new(
        "UnexpectedError",
        McErrorCategory.NotSpecified,
        $"An unexpected error ended the command: {UnexpectedError.Describe(exception)}.",
        "Please report it, with the command and this text.");

    // "-Message, -ShortCode and -Keyword".
    private static string WordsOf(string[] fields)
    {
        var names = fields.Select(field => $"-{field}").ToArray();
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}
