using McMessaging.Cli.Input;
using McMessaging.Fuzz.Tests.Support;

namespace McMessaging.Fuzz.Tests.Inputs;

/// <summary>Damaged input files: recipients, or an error with a place.</summary>
public sealed class InputFuzzTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    public async Task A_file_gives_recipients_or_an_error_in_words(string format)
    {
        var corpus = Corpus.Of("inputs", "*." + format);
        var inputFormat = Enum.Parse<InputFormat>(format, ignoreCase: true);

        await Fuzzing.RunAsync("input-" + format, async (mutator, input) =>
        {
            var bytes = input.Bytes = mutator.Damage(corpus);
            var options = new InputOptions { Path = "-", Format = inputFormat };
            try
            {
                using var file = await InputFile.OpenAsync(
                    options, () => new MemoryStream(bytes), CancellationToken.None);
                Assert.Equal(InputCheck.CountRecords(file, toBreak: false, CancellationToken.None), Read(file));
            }
            catch (InputException exception)
            {
                Assert.DoesNotContain('\n', exception.Message);
            }
        });
    }

    private static long Read(InputFile file)
    {
        var reader = new FileRecordReader();
        var record = new InputRecord();
        var count = 0L;
        using var records = file.ReadRecords();
        while (records.Read())
        {
            record.Clear();
            reader.TryRead(records.Record, record);
            count++;
        }

        return count;
    }
}
