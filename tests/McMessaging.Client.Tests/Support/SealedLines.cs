using System.Text;
using McMessaging.Journal;
using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Support;

/// <summary>Journals as they are written: each line with its number and checksum.</summary>
internal static class SealedLines
{
    /// <summary>A header of this version; the run is that of <see cref="JournalTest.Options"/>.</summary>
    public const string Header =
        "{\"journal\":\"McMessaging\",\"version\":2,\"runId\":\"run-1\",\"channel\":\"Email\","
        + "\"definition\":\"welcome\","
        + "\"account\":\"mctest.auth.marketingcloudapis.com\",\"at\":\"2026-01-02T03:04:05+00:00\"}";

    /// <summary>Lines from JSON objects, numbered from 1.</summary>
    public static string Of(params string[] objects)
    {
        using var buffer = new PooledBuffer(1024);
        var number = 0;
        foreach (var json in objects)
        {
            JournalSeal.Append(buffer, ++number, Encoding.UTF8.GetBytes(json));
        }

        return Encoding.UTF8.GetString(buffer.Span);
    }
}
