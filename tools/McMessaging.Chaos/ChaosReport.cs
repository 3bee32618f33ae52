using System.Globalization;

namespace McMessaging.Chaos;

/// <summary>What a chaos run came to.</summary>
/// <param name="Options">Its size and seed.</param>
/// <param name="Requests">Requests that reached the service, faulted ones included.</param>
/// <param name="Faults">Faults that the service injected.</param>
/// <param name="Tokens">Tokens that were fetched.</param>
/// <param name="Starts">How often a command was started.</param>
/// <param name="Aborts">How often one ended by a crash.</param>
/// <param name="Lost">Recipients that the service never accepted, or without a final result.</param>
/// <param name="Twice">Recipients that the service accepted more than once with one definition.</param>
/// <param name="Mislabelled">Recipients whose result contradicts the service, or stands in the wrong place.</param>
/// <param name="Duration">From the first start to the last exit.</param>
public sealed record ChaosReport(
    ChaosOptions Options,
    long Requests,
    long Faults,
    long Tokens,
    int Starts,
    int Aborts,
    int Lost,
    int Twice,
    int Mislabelled,
    TimeSpan Duration)
{
    public const string Heading =
        "|  seed | requests | faults | tokens | starts | aborts | lost | twice | mislabelled | seconds |\n" +
        "|------:|---------:|-------:|-------:|-------:|-------:|-----:|------:|------------:|--------:|";

    public bool IsClean => Lost + Twice + Mislabelled + Aborts == 0;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Options.Seed,5} | {Requests,8} | {Faults,6} | {Tokens,6} | {Starts,6} | {Aborts,6} "
        + $"| {Lost,4} | {Twice,5} | {Mislabelled,11} | {Duration.TotalSeconds,7:0.0} |");
}
