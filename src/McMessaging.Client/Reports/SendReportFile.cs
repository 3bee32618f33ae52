using System.Text;

namespace McMessaging;

/// <summary>
/// The file of a report. It is whole or it is not there: until it is written to the end it has another name. Its owner
/// alone can read it.
/// </summary>
public sealed class SendReportFile : IDisposable
{
    private readonly string _path;
    private readonly bool _overwrite;
    private DraftFile? _draft;

    private SendReportFile(string path, bool overwrite)
    {
        _path = path;
        _overwrite = overwrite;
    }

    /// <summary>Makes sure that the file can be written, before there is anything to write.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether a file that exists is replaced.</param>
    /// <exception cref="McException">It exists, or cannot be written.</exception>
    public static SendReportFile Create(string path, bool overwrite)
    {
        var file = new SendReportFile(path, overwrite);
        if (Directory.Exists(file._path) || (!overwrite && File.Exists(file._path)))
        {
            throw Exists(path);
        }

        file.Guard(() => file._draft = DraftFile.Create(file._path));
        return file;
    }

    /// <summary>Writes the page and gives the file its name.</summary>
    /// <param name="report">What is written.</param>
    /// <param name="isWhole">Whether all results have come.</param>
    /// <exception cref="McException">It cannot be written, or was made by somebody else meanwhile.</exception>
    public void Save(SendReport report, bool isWhole = true)
    {
        ArgumentNullException.ThrowIfNull(report);
        Guard(() =>
        {
            using (var writer = new StreamWriter(_draft!.Stream, new UTF8Encoding(false), leaveOpen: true))
            {
                report.Write(writer, isWhole);
            }

            _draft.Complete(_overwrite);
        });
    }

    /// <summary>Leaves nothing behind of a report that was not saved.</summary>
    public void Dispose() => _draft?.Dispose();

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception.IsFileTrouble())
        {
            throw !_overwrite && File.Exists(_path)
                ? Exists(_path)
                : NotWritable(_path, _draft?.Told(exception) ?? exception);
        }
    }

    private static McException Exists(string path) => Directory.Exists(path)
        ? new(
            "ReportNotWritable",
            McErrorCategory.OpenError,
            $"The report {path} cannot be written: there is a folder of that name.",
            "Give the name of a file.")
        : new(
            "ReportExists",
            McErrorCategory.ResourceExists,
            $"The report {path} exists.",
            "Give another name, or -Force to replace it.");

    private static McException NotWritable(string path, Exception cause) => new(
        "ReportNotWritable",
        McErrorCategory.WriteError,
        $"The report {path} cannot be written ({cause.Message.TrimEnd('.')}).",
        "Free space on the disk, or give a file in a folder that this account may write to.",
        cause);
}
