using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests;

/// <summary>What other programs can use changes only where somebody meant it.</summary>
public sealed class PublicSurfaceTests
{
    /// <summary>A wanted change: copy the file that is named in the failure over <c>PublicSurface.txt</c>.</summary>
    [Fact]
    public void It_is_the_approved_one()
    {
        var approved = Repository.PathOf("tests", "McMessaging.Client.Tests", "PublicSurface.txt");
        var received = Path.Combine(AppContext.BaseDirectory, "PublicSurface.txt");
        var surface = PublicSurface.Of(typeof(SendOperation).Assembly);
        File.WriteAllLines(received, surface);

        var expected = File.ReadAllLines(approved);

        Assert.True(
            expected.SequenceEqual(surface),
            $"""
            Not in {approved}:
            {string.Join('\n', surface.Except(expected))}
            No longer there:
            {string.Join('\n', expected.Except(surface))}
            If that is meant, copy {received} over it.
            """);
    }
}
