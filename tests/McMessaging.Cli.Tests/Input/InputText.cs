using System.Text;
using McMessaging.Cli.Input;

namespace McMessaging.Cli.Tests.Input;

/// <summary>Reads a text as the program would read it from standard input.</summary>
internal static class InputText
{
    public static Task<InputFile> OpenAsync(string text, InputFormat? format = null) =>
        OpenAsync(Encoding.UTF8.GetBytes(text), format);

    public static Task<InputFile> OpenAsync(byte[] bytes, InputFormat? format = null) =>
        InputFile.OpenAsync(
            new InputOptions { Path = "-", Format = format }, () => new MemoryStream(bytes), CancellationToken.None);

    public static async Task<InputException> BreakAsync(string text, InputFormat? format = null)
    {
        using var input = await OpenAsync(text, format);
        return Assert.Throws<InputException>(
            () => InputCheck.CountRecords(input, toBreak: false, CancellationToken.None));
    }

    /// <summary>All records, as "name=value" pairs.</summary>
    public static async Task<List<string[]>> ReadAsync(string text, InputFormat? format = null)
    {
        using var input = await OpenAsync(text, format);
        using var records = input.ReadRecords();
        var reader = new FileRecordReader();
        var record = new InputRecord();
        var all = new List<string[]>();
        while (records.Read())
        {
            record.Clear();
            Assert.True(reader.TryRead(records.Record, record));
            all.Add([.. Enumerable.Range(0, record.Count).Select(i => $"{record.NameAt(i)}={record.ValueAt(i)}")]);
        }

        return all;
    }
}
