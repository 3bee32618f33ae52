using System.Text;
using McMessaging.Cli.Input;

namespace McMessaging.Cli.Tests.Input;

/// <summary>Records without end, and reads that fail in the middle.</summary>
public sealed class InputContentTests
{
    private const int MostRead = 3 * InputContent.LongestRecord;

    [Theory]
    [InlineData("{\"ContactKey\":\"A\"}\n{\"ContactKey\":\"", InputFormat.Jsonl)]
    [InlineData("[{\"ContactKey\":\"A\"},\n{\"ContactKey\":\"", InputFormat.Json)]
    [InlineData("ContactKey\n\"", InputFormat.Csv)]
    [InlineData("ContactKey\n", InputFormat.Csv)]
    public void A_record_without_end_is_told_with_its_line_before_it_fills_the_memory(string beginning, object format)
    {
        using var endless = new EndlessRecord(beginning, [.. ",,,, , , ,"u8]);
        using var content = new InputContent(endless, "people");

        var error = Assert.Throws<InputException>(() => ReadAll(content, (InputFormat)format));

        Assert.Equal(2, error.Line);
        Assert.InRange(endless.BytesRead, 0, MostRead);
    }

    [Theory]
    [InlineData("{\"ContactKey\":\"A\"}\n{\"Contact", InputFormat.Jsonl)]
    [InlineData("[{\"ContactKey\":\"A\"},\n{\"Contact", InputFormat.Json)]
    [InlineData("ContactKey\nA", InputFormat.Csv)]
    public void A_read_that_fails_is_told_with_its_line(string beginning, object format)
    {
        using var content = new InputContent(new EndlessRecord(beginning, []), "people");

        var error = Assert.Throws<InputException>(() => ReadAll(content, (InputFormat)format));

        Assert.StartsWith("people:", error.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read any further (Input/output error).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_the_longest_request_is_read()
    {
        var value = new string('x', 4_000_000);

        Assert.Single(await InputText.ReadAsync($"{{\"ContactKey\":\"{value}\"}}"));
    }

    private static void ReadAll(InputContent content, InputFormat format)
    {
        using IRecordSource records = format switch
        {
            InputFormat.Csv => new CsvRecords(content, "people", new InputOptions { Path = "people" }),
            InputFormat.Json => new JsonArrayRecords(content, "people"),
            _ => new JsonLinesRecords(content, "people"),
        };
        while (records.Read())
        {
        }
    }

    /// <summary>A text that goes on and on with the same bytes, or breaks off.</summary>
    private sealed class EndlessRecord(string beginning, byte[] more) : MemoryStream(Encoding.UTF8.GetBytes(beginning))
    {
        public long BytesRead { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = 0;
            while (read < buffer.Length && ReadByte() is >= 0 and var next)
            {
                buffer[read++] = (byte)next;
            }

            if (read == 0 && more.Length == 0)
            {
                throw new IOException("Input/output error");
            }

            for (; more.Length > 0 && read < buffer.Length; read++)
            {
                buffer[read] = more[(int)((BytesRead + read) % more.Length)];
            }

            BytesRead += read;
            return read;
        }
    }
}
