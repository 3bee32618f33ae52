using System.Globalization;

namespace McMessaging.Client.Tests.Nights;

/// <summary>
/// A year of a nightly job: kills, restarts after midnight and days later, edits of the input, refused rows that are
/// corrected and fed back, faults of the service and of its token host.
/// </summary>
public sealed class SimulatedYearTests : IDisposable
{
    private const int Nights = 365;
    private readonly string _folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>One year, or as many as the variable MC_TEST_YEARS says.</summary>
    public static TheoryData<int> Seeds =>
        int.TryParse(Environment.GetEnvironmentVariable("MC_TEST_YEARS"), CultureInfo.InvariantCulture, out var years)
            ? [.. Enumerable.Range(1, years)]
            : [1];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_service_and_the_files_agree_to_the_recipient(int seed)
    {
        var random = new SharedRandom(seed);
        var year = new YearLog();
        using var service = new NightService(random);
        for (var number = 1; number <= Nights; number++)
        {
            var night = new Night(number, service, random, Path.Combine(_folder, $"night-{number}"));
            year.Add(await night.PassAsync());
        }

        // Each of these happened, so that the year was one.
        Assert.All(year.Events, happened => Assert.True(happened.Value > 0, $"{happened.Key} never happened"));
        Assert.True(year.Problems.Count == 0, string.Join("\n", year.Problems.Take(20)));
    }
}
