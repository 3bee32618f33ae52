using System.Diagnostics;
using System.Text;

namespace McMessaging.Mutation;

/// <summary>
/// Lets Stryker make the faults. It would try them, too, but starts a test host for each: seconds, of thousands of
/// faults. So its configuration leaves all of them out (<c>mutate</c> names the first letter of each file), and what it
/// has built by then is copied.
/// </summary>
internal static class StrykerRun
{
    private const string Engine = "McMessaging.Client.dll";
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes(FaultSwitch.TypeName);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Makes the faults, and copies the tests with the engine that has them.</summary>
    public static async Task MakeAsync(MutationFiles files)
    {
        // One of an earlier run would be taken for the new one.
        Directory.CreateDirectory(files.BuiltTests);
        File.Delete(Path.Combine(files.BuiltTests, Engine));
        Recreate(files.Program);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = files.Tests };
        foreach (var argument in (string[])
            ["stryker", "--skip-version-check", "--config-file", files.StrykerConfig, "--output", files.Stryker])
        {
            start.ArgumentList.Add(argument);
        }

        using var stryker = Process.Start(start)!;
        var ended = stryker.WaitForExitAsync();
        await CopyAsync(files, ended);
        await ended;
        Restore(Path.Combine(files.BuiltTests, Engine));
        if (!File.Exists(files.StrykerReport) || !File.Exists(Path.Combine(files.Program, Engine)))
        {
            throw new InvalidOperationException("Stryker made no faults; what it wrote says why.");
        }
    }

    private static async Task CopyAsync(MutationFiles files, Task ended)
    {
        var engine = Path.Combine(files.BuiltTests, Engine);
        var length = 0;
        while (!ended.IsCompleted)
        {
            await Task.WhenAny(ended, Task.Delay(Interval));
            var content = Read(engine);
            // Of the same length twice: it is written to its end.
            if (content.Length > 0 && content.Length == length && content.AsSpan().IndexOf(Mark) >= 0)
            {
                CopyFolder(files.BuiltTests, files.Program);
                return;
            }

            length = content.Length;
        }
    }

    // Stryker leaves the engine with the faults where the tests find it.
    private static void Restore(string engine)
    {
        var unchanged = engine + ".stryker-unchanged";
        if (File.Exists(unchanged))
        {
            File.Move(unchanged, engine, overwrite: true);
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (IOException)
        {
            // Not there yet, or being written.
            return [];
        }
    }

    private static void Recreate(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
