using System.Text;

namespace McMessaging.Cli.Input;

/// <summary>Keeps what can be read only once, readable by this user alone and gone when it is closed.</summary>
internal static class TemporaryFile
{
    /// <param name="source">What can be read only once.</param>
    /// <param name="name">Its name for messages.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="McException">There is no place to keep it.</exception>
    public static async Task<Stream> SpoolAsync(Stream source, string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"mcmsg-{Guid.NewGuid():N}.tmp");
        FileStream? file = null;
        try
        {
            file = Create(path);
            // A read of the console does not end when its token is cancelled, so it is left behind.
            await source.CopyToAsync(file, cancellationToken).WaitAsync(cancellationToken);
            return file;
        }
        catch (DecoderFallbackException)
        {
            file!.Dispose();
            throw new InputException(name, null, "the text is not in the given encoding.", "Check --encoding.");
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            file?.Dispose();
            var reason = exception.ToldOf(Path.GetTempPath(), path).Message.TrimEnd('.');
            throw new McException(
                "InputNotKept",
                McErrorCategory.OpenError,
                $"The input is read twice, and {Path.GetTempPath()} cannot keep it ({reason}).",
                "Set TMPDIR (Windows: TMP) to a folder with room, or give a file in UTF-8 as --input.",
                exception);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            // A full disk is met by the write, not when the file is closed.
            BufferSize = 0,
        };
        var file = new FileStream(path, options.ReadableByOwner());

        // An open file needs no name on Unix: nothing stays behind even if the process is killed.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }
}
