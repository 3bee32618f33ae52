using System.Globalization;

namespace McMessaging.Load;

/// <summary>How a number went over a run: a straight line through its samples tells whether it grew.</summary>
/// <param name="Name">What it is.</param>
/// <param name="First">At the beginning.</param>
/// <param name="Median">In the middle of all samples by size.</param>
/// <param name="Last">At the end.</param>
/// <param name="PerHour">The line's slope.</param>
/// <param name="Growth">The line's end above its beginning, as a share of the median.</param>
internal sealed record Trend(string Name, double First, double Median, double Last, double PerHour, double Growth)
{
    private const double LargestGrowth = 0.1;

    // A thread more or less of a pool is no leak.
    private const double LargestNumber = 3;

    public bool IsFlat => Growth <= LargestGrowth || Growth * Median <= LargestNumber;

    public static Trend Of(string name, IReadOnlyList<ResourceSample> samples, Func<ResourceSample, double> value)
    {
        if (samples.Count < 2)
        {
            throw new InvalidOperationException("The process ended before there was anything to see.");
        }

        var hours = samples.Select(sample => sample.At.TotalHours).ToArray();
        var values = samples.Select(value).ToArray();
        var median = values.Order().ElementAt(values.Length / 2);
        var slope = Slope(hours, values);
        return new Trend(name, values[0], median, values[^1], slope, slope * (hours[^1] - hours[0]) / median);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name} | {First:0} | {Median:0} | {Last:0} | {PerHour:+0.0;-0.0;0} | {Growth:+0.0%;-0.0%;0 %} | {Verdict} |");

    private string Verdict => IsFlat ? "flat" : "GROWS";

    // Least squares.
    private static double Slope(double[] x, double[] y)
    {
        var (middleX, middleY) = (x.Average(), y.Average());
        var square = x.Sum(value => (value - middleX) * (value - middleX));
        return x.Zip(y, (one, other) => (one - middleX) * (other - middleY)).Sum() / square;
    }
}
