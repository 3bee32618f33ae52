namespace McMessaging.Errors.Tables;

/// <summary>The names that this client gives to results for which the service gave no code.</summary>
internal static class ClientErrorTable
{
    private const string Resume =
        "Run the same command again: with its journal or, but for a triggered send, the same run id, what was taken is "
            + "not sent twice.";

    private const string CheckNetwork = "Check the address, the network and the proxy; then run the command again.";
    private const string CheckPackage =
        "Check the client id, the client secret and the account id, and that the package is enabled.";

    private const string SendOriginal = "Send the original object: find it by ContactKey.";

    public static ErrorInfo[] Entries { get; } =
    [
        Of("CouldNotConnect", "No connection to the service: nothing was sent.", CheckNetwork, RepeatHelps.Yes),
        Of("ConnectionBroken",
            "The connection broke after the request was sent: it may have been taken.", Resume, RepeatHelps.Maybe),
        Of("TimedOut", "No response in time: the request may have been taken.", Resume, RepeatHelps.Maybe),
        Of("UnreadableAnswer", "The response is not the service's: the request may have been taken.",
            "Look for a proxy that responds in place of the service; then run the command again.", RepeatHelps.Maybe),
        Of("AnswerDoesNotFit", "The service responded, but not for this recipient.", Resume, RepeatHelps.Maybe),
        Of("SentInEarlierRun", "An earlier run sent it and learned no outcome; it is too late, or unsafe, to retry.",
            "Look at the message status first; -ResendUnknown with the run's -RunId sends it again.",
            RepeatHelps.Maybe),
        Of("Stopped",
            "The run was stopped after the request was sent: it may have been taken.", Resume, RepeatHelps.Maybe),
        Of("RateLimited", "The service asked all requests to wait longer than one may take: nothing was sent.",
            "Run the command again later, or with a larger -RetryTimeoutSec.", RepeatHelps.Yes),
        Of("RetryTooLate", "The first attempt was more than 48 hours ago: a retry might send twice.",
            "Look at the message status before you send it again.",
            RepeatHelps.Maybe),
        Of("Cancelled", "The run was stopped before it was sent.", Resume, RepeatHelps.Yes),
        Of("UnexpectedError",
            "An unexpected error ended the run: the request may have been taken.", Resume, RepeatHelps.Maybe),
        Of("Declined",
            "The request was not confirmed: nothing was sent.", "Confirm it, or leave -Confirm out.", RepeatHelps.Yes),
        Of("NotARecipient",
            "The input has no properties.", "Give an object, a hashtable or a recipient with a ContactKey."),
        Of("MissingProperty", "The input has no property of the name that was asked for.",
            "Correct the name, or give every object the property."),
        Of("MissingReturnedKey",
            "The row may have been sent in an earlier run, and its message key, which would tell, is missing.",
            "Use the row as it stands in the file of rejected rows."),
        Of("UnreadableProperty",
            "A property of the input cannot be read or written as text.", "Correct the property, or leave it out."),
        Of("RecipientTooLarge", "The recipient alone needs more than 4,000,000 bytes.", "Shorten its attributes."),
        Of("ResultIsNotARecipient", "The input is a send's result, which holds no attributes.", SendOriginal),
        Of("AuthenticationFailed", "The credentials were refused.", CheckPackage),
        Of("ServiceUnreachable", "No connection to the authentication host.", CheckNetwork, RepeatHelps.Yes),
        Of("TokenRequestTimedOut", "The authentication host did not respond in time.", CheckNetwork, RepeatHelps.Yes),
        Of("TokenRateLimited", "The authentication host refused a token for now: too many were fetched.",
            "Wait a few minutes; share one connection instead of connecting often.", RepeatHelps.Yes),
        Of("TokenServiceUnavailable",
            "The authentication host is having trouble.", "Try again later.", RepeatHelps.Yes),
        Of("TokenServiceNotFound", "There is no token route at the authentication address.", CheckNetwork),
        Of("UnreadableTokenAnswer", "The authentication host responded without a token.", CheckNetwork),
        Of("UntrustedRestAddress",
            "The token response named a REST address of another domain; the token was not sent there.",
            "Check the authentication address, or connect with an access token and its REST address."),
    ];

    private static ErrorInfo Of(string name, string meaning, string action, RepeatHelps repeat = RepeatHelps.No) =>
        new(null, name, ErrorLevel.Client, ErrorChannels.All, null, meaning, action, repeat);
}
