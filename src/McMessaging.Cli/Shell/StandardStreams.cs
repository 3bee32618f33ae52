using Microsoft.Win32.SafeHandles;

namespace McMessaging.Cli.Shell;

/// <summary>The process's standard streams, in the place of those that <see cref="Console"/> gives.</summary>
internal static class StandardStreams
{
    private const nint StandardOutput = 1;

    private static readonly GuardedWriter Out = new(Console.Out);
    private static readonly GuardedWriter Error = new(Console.Error);

    /// <summary>From here on no write to the console throws.</summary>
    public static void Guard()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
    }

    /// <summary>Opens standard input for bytes.</summary>
    /// <exception cref="IOException">The program was started with its standard input closed.</exception>
    public static Stream OpenInput()
    {
        if (OperatingSystem.IsLinux() && IsInputOurOwnPipe())
        {
            throw new IOException("Standard input is closed.");
        }

        return Console.OpenStandardInput();
    }

    /// <summary>Opens standard output for bytes that must not be lost.</summary>
    public static Stream OpenOutput()
    {
        // The console's own stream takes a pipe that nobody reads any more for a good place to write to. A file is
        // left to it: two handles of one file would overwrite each other.
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            var pipe = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, 0);
            if (!pipe.CanSeek)
            {
                return pipe;
            }
        }

        return Console.OpenStandardOutput();
    }

    // Where standard input is closed, the runtime's own first pipe takes its number, and a read would wait forever for
    // what the program itself never writes.
    private static bool IsInputOurOwnPipe()
    {
        var pipe = new FileInfo("/proc/self/fd/0").LinkTarget;
        return pipe?.StartsWith("pipe:", StringComparison.Ordinal) == true
            && Directory.EnumerateFiles("/proc/self/fd")
                .Where(other => new FileInfo(other).LinkTarget == pipe)
                .Any(other => IsOpenForWriting(Path.GetFileName(other)));
    }

    private static bool IsOpenForWriting(string descriptor) =>
        File.ReadLines($"/proc/self/fdinfo/{descriptor}")
            .Any(line => line.StartsWith("flags:", StringComparison.Ordinal) && line[^1] is ('1' or '2'));

    /// <summary>The exit code of a program that could not say all it had to say.</summary>
    public static int Check(int exitCode)
    {
        if (Out.HasFailed)
        {
            Error.WriteLine("mcmsg: Standard output cannot be written.");
        }

        return exitCode == 0 && (Out.HasFailed || Error.HasFailed) ? 1 : exitCode;
    }
}
