namespace McMessaging.Client.Tests.Properties;

/// <summary>What must be true of every run, whatever happened.</summary>
internal static class Truth
{
    private static readonly SendOutcome[] Taken = [SendOutcome.Accepted, SendOutcome.AlreadyAccepted];

    public static void OneResultEachInOrder(IReadOnlyList<object> input, IReadOnlyList<RecipientResult> results)
    {
        Assert.Equal(
            input.Cast<Recipient>().Select(recipient => (recipient.ContactKey, recipient.To)),
            results.Select(result => (result.ContactKey, result.To)));
    }

    public static void NothingIsTakenTwice(KeyedService service) => Assert.Equal(
        service.Accepted.Select(message => message.MessageKey).Distinct(),
        service.Accepted.Select(message => message.MessageKey));

    /// <summary>Email and SMS: the service's keys tell exactly whose message it took.</summary>
    public static void EveryWordAgreesWithTheKeys(KeyedService service, IReadOnlyList<RecipientResult> results)
    {
        HashSet<string?> taken = [.. service.Accepted.Select(message => message.MessageKey)];
        foreach (var result in results.Where(WasSendable))
        {
            if (Taken.Contains(result.Outcome))
            {
                Assert.Contains(result.MessageKey, taken);
            }
            else if (result.Outcome != SendOutcome.Unknown)
            {
                Assert.DoesNotContain(result.MessageKey, taken);
            }
        }

        var known = results.Count(result => Taken.Contains(result.Outcome));
        var unknown = results.Count(
            result => result.Outcome == SendOutcome.Unknown && taken.Contains(result.MessageKey));
        Assert.Equal(service.Accepted.Count, known + unknown);
    }

    /// <summary>
    /// Triggered sends have no keys: what a contact got lies between what is certain and what may be.
    /// </summary>
    public static void EveryWordAgreesWithTheContacts(KeyedService service, IReadOnlyList<RecipientResult> results)
    {
        foreach (var contact in results.GroupBy(result => result.ContactKey))
        {
            var taken = service.Accepted.Count(message => message.ContactKey == contact.Key);
            var certain = contact.Count(result => Taken.Contains(result.Outcome));
            var possible = certain + contact.Count(result => result.Outcome == SendOutcome.Unknown);
            Assert.InRange(taken, certain, possible);
        }
    }

    // An unsendable recipient may bring a key that another one was sent with.
    private static bool WasSendable(RecipientResult result) =>
        result is not { Outcome: SendOutcome.Rejected, Attempts: 0 };
}
