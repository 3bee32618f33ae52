using System.Text;

namespace McMessaging.Cli.Output;

/// <summary>Counts what a dry run would send.</summary>
internal sealed class PreviewCounters
{
    public long Requests { get; private set; }

    public long Recipients { get; private set; }

    public long Bytes { get; private set; }

    public int LargestBody { get; private set; }

    public void Add(RequestPreview preview)
    {
        var bytes = Encoding.UTF8.GetByteCount(preview.Body);
        Requests++;
        Recipients += preview.RecipientCount;
        Bytes += bytes;
        LargestBody = Math.Max(LargestBody, bytes);
    }
}
