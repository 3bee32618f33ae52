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
