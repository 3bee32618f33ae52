using System.Text;

namespace McMessaging.Cli.Shell;

/// <summary>
/// Standard output or standard error, which may be closed or on a full disk. What cannot be written ends nothing, least
/// of all a send; it is remembered for the exit code.
/// </summary>
internal sealed class GuardedWriter(TextWriter writer) : TextWriter
{
    public override Encoding Encoding => writer.Encoding;

    public bool HasFailed { get; private set; }

    public override void Write(char value) => Guard(() => writer.Write(value));

    public override void Write(char[] buffer, int index, int count) => Guard(() => writer.Write(buffer, index, count));

    public override void Write(string? value) => Guard(() => writer.Write(value));

    public override void WriteLine() => Guard(writer.WriteLine);

    public override void WriteLine(string? value) => Guard(() => writer.WriteLine(value));

    public override void Flush() => Guard(writer.Flush);

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Unix calls a closed stream a matter of access.
            HasFailed = true;
        }
    }
}
