using FsCheck;
using FsCheck.Fluent;

namespace McMessaging.Client.Tests.Properties;

/// <summary>A run that somebody might have: who is written to, how, and what goes wrong.</summary>
/// <param name="People">A number for each recipient: it decides contact key, address, given key, attributes.</param>
/// <param name="BatchSize">Recipients of a request.</param>
/// <param name="ThrottleLimit">Requests in flight.</param>
/// <param name="MaxRetryCount">Repeats of a request.</param>
/// <param name="Faults">What goes wrong, request by request; after them all goes well.</param>
public sealed record Scenario(int[] People, int BatchSize, int ThrottleLimit, int MaxRetryCount, Fault[] Faults)
{
    private const int DistinctPeople = 40;

    public static Arbitrary<Scenario> Arbitrary { get; } = Arb.From(
        from people in Gen.ArrayOf(Gen.Choose(0, 1000))
        from batchSize in Gen.Choose(1, 12)
        from throttle in Gen.Choose(1, 6)
        from retries in Gen.Choose(0, 4)
        from faults in Gen.ArrayOf(Gen.Elements(Enum.GetValues<Fault>()))
        select new Scenario(people, batchSize, throttle, retries, faults),
        scenario => Shrink(scenario));

    /// <summary>Recipients: some come twice, bring a key, bring the same key, or have no contact key.</summary>
    public IEnumerable<object> Input => People.Select((number, index) => (object)new Recipient
    {
        ContactKey = number % 31 == 30 ? null : ContactKeyOf(number),
        To = $"person{number % DistinctPeople}@example.com",
        MessageKey = number % 5 == 4 ? $"own-{number % 50}" : null,
        Attributes = number % 2 == 0
            ? new Dictionary<string, object> { ["Index"] = index }
            : new Dictionary<string, object>(),
    });

    /// <summary>Whether the service refuses this contact's data, whenever it is asked.</summary>
    public static bool IsRefused(string contactKey) => contactKey.EndsWith('7');

    public override string ToString() =>
        $"people [{string.Join(',', People)}] batch {BatchSize} throttle {ThrottleLimit} retries {MaxRetryCount} "
        + $"faults [{string.Join(',', Faults)}]";

    private static string ContactKeyOf(int number) => $"contact-{number % DistinctPeople}";

    private static IEnumerable<Scenario> Shrink(Scenario scenario)
    {
        for (var i = 0; i < scenario.Faults.Length; i++)
        {
            yield return scenario with { Faults = Without(scenario.Faults, i) };
        }

        for (var i = 0; i < scenario.People.Length; i++)
        {
            yield return scenario with { People = Without(scenario.People, i) };
        }
    }

    private static T[] Without<T>(T[] items, int index) => [.. items[..index], .. items[(index + 1)..]];
}
