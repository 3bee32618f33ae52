using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace McMessaging.Files;

/// <summary>
/// Brings the entries of a folder to the disk: until then a new file may be gone after a power failure, whatever of its
/// contents was flushed. Windows does so by itself; .NET opens no folders, so the system is asked.
/// </summary>
internal static class FolderFlush
{
    private const int IoError = 5;
    private const int NoSpace = 28;

    /// <exception cref="IOException">The disk failed.</exception>
    public static void FlushToDisk(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            FlushOnUnix(folder);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void FlushOnUnix(string folder)
    {
        var descriptor = Open(folder, 0);
        var error = descriptor < 0 || Synchronize(descriptor) < 0 ? Marshal.GetLastPInvokeError() : 0;
        if (descriptor >= 0)
        {
            _ = Close(descriptor);
        }

        // Any other error means that this folder or file system cannot do it, and that there is no better way.
        if (error is IoError or NoSpace)
        {
            throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
