using McMessaging.Cli.Input;

namespace McMessaging.Cli.Tests.Input;

public sealed class InputFileTests
{
    [Theory]
    [InlineData("people.csv", InputFormat.Csv)]
    [InlineData("PEOPLE.CSV", InputFormat.Csv)]
    [InlineData("people.json", InputFormat.Json)]
    [InlineData("people.jsonl", InputFormat.Jsonl)]
    [InlineData("people.ndjson", InputFormat.Jsonl)]
    public void The_extension_tells_the_format(string path, object format)
    {
        Assert.Equal(format, InputFormats.OfExtension(path));
    }

    [Theory]
    [InlineData("\n [{}]", InputFormat.Json)]
    [InlineData("\uFEFF{}", InputFormat.Jsonl)]
    [InlineData("ContactKey", InputFormat.Csv)]
    public async Task The_first_character_of_standard_input_tells_the_format(string text, object format)
    {
        using var input = await InputText.OpenAsync(text);

        Assert.Equal(format, input.Format);
    }

    [Fact]
    public async Task The_format_option_wins()
    {
        using var input = await InputText.OpenAsync("[{}]", InputFormat.Csv);

        Assert.Equal(InputFormat.Csv, input.Format);
    }

    [Theory]
    [InlineData("people.txt", "--format")]
    [InlineData(".", "it is a folder")]
    [InlineData("missing.csv", "no such file")]
    [InlineData("missing/people.csv", "no such file")]
    public async Task A_file_that_cannot_be_used_is_told(string path, string problem)
    {
        var error = await Assert.ThrowsAsync<InputException>(
            () => InputFile.OpenAsync(new InputOptions { Path = path }, () => Stream.Null, CancellationToken.None));

        Assert.StartsWith(path + ": ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_told()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;

        var error = await Assert.ThrowsAsync<InputException>(
            () => InputFile.OpenAsync(
                new InputOptions { Path = folder, Format = InputFormat.Csv },
                () => Stream.Null,
                CancellationToken.None));

        Assert.Contains("is a folder", error.Message, StringComparison.Ordinal);
        Directory.Delete(folder);
    }

    [Fact]
    public async Task Waiting_for_standard_input_ends_with_an_interrupt()
    {
        using var interrupt = new CancellationTokenSource();
        var reading = new EndlessInput();

        var opening = InputFile.OpenAsync(new InputOptions { Path = "-" }, () => reading, interrupt.Token);
        await reading.Begun;
        await interrupt.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }
}
