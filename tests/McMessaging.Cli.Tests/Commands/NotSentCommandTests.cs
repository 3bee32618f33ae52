using System.Text.Json;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Commands;

public sealed class NotSentCommandTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Start(new SandboxOptions { DeliveryDelay = TimeSpan.Zero });
    private readonly TestFolder _folder = new();

    private string Checkpoint => _folder.PathOf("email.checkpoint");

    public void Dispose()
    {
        _folder.Dispose();
        _sandbox.Dispose();
    }

    [Fact]
    public async Task Night_after_night_each_message_is_told_once()
    {
        await SendAsync(1, 120);
        Assert.Equal(Names(1, 120), await ListAsync("--checkpoint", Checkpoint));
        Assert.Empty(await ListAsync("--checkpoint", Checkpoint));

        await SendAsync(121, 3);
        Assert.Equal(Names(121, 3), await ListAsync("--checkpoint", Checkpoint));
    }

    [Fact]
    public async Task The_first_ones_and_then_the_next_ones()
    {
        await SendAsync(1, 70);

        Assert.Equal(Names(1, 60), await ListAsync("--checkpoint", Checkpoint, "--first", "60"));
        Assert.Equal(Names(61, 10), await ListAsync("--checkpoint", Checkpoint, "--first", "60"));
    }

    [Fact]
    public async Task A_file_takes_the_messages_and_the_place_to_go_on_is_told()
    {
        await SendAsync(1, 5);
        var output = _folder.PathOf("not-sent.jsonl");
        using var console = new TestConsole().With(_sandbox);

        Assert.Equal(0, await console.RunAsync("not-sent", "email", "--output", output));

        var lines = await File.ReadAllLinesAsync(output);
        var last = JsonDocument.Parse(lines[^1]).RootElement;
        Assert.Equal(5, lines.Length);
        Assert.Equal("Email", last.GetProperty("Channel").GetString());
        Assert.Equal(
            $"5 not sent. The next list goes on after event {last.GetProperty("LastEventId")}.\n", console.Error);
        Assert.Empty(await ListAsync("--last-event-id", last.GetProperty("LastEventId").ToString()));
    }

    [Fact]
    public async Task A_list_that_fails_leaves_the_checkpoint_and_is_told()
    {
        await SendAsync(1, 1);
        await ListAsync("--checkpoint", Checkpoint);
        var before = await File.ReadAllTextAsync(Checkpoint);
        await SendAsync(2, 1);
        using var console = new TestConsole { Output = new ClosedPipe() }.With(_sandbox);

        Assert.Equal(1, await console.RunAsync("not-sent", "email", "--checkpoint", Checkpoint));

        Assert.StartsWith("mcmsg: The output stream", console.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Checkpoint));
        Assert.Equal(Names(2, 1), await ListAsync("--checkpoint", Checkpoint));
    }

    [Fact]
    public async Task A_list_that_fails_leaves_the_last_one_as_it_was()
    {
        var output = _folder.Write("not-sent.jsonl", "the last list");
        using var console = new TestConsole().With(_sandbox);
        _sandbox.SetFaults(new SandboxFaults { Http403 = 1 });

        Assert.NotEqual(0, await console.RunAsync("not-sent", "email", "--output", output));

        Assert.Equal("the last list", await File.ReadAllTextAsync(output));
        Assert.Equal([output], Directory.GetFiles(Path.GetDirectoryName(output)!));
    }

    [Fact]
    public async Task A_place_that_gives_way_to_the_checkpoint_is_told()
    {
        await SendAsync(1, 3);
        await ListAsync("--checkpoint", Checkpoint);
        using var console = new TestConsole().With(_sandbox);

        Assert.Equal(
            0, await console.RunAsync("not-sent", "email", "--checkpoint", Checkpoint, "--last-event-id", "1"));

        Assert.StartsWith("mcmsg: The list begins after event ", console.Error, StringComparison.Ordinal);
        Assert.Contains("and not after --last-event-id 1.", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_of_another_channel_or_one_that_is_damaged_is_2()
    {
        await SendAsync(1, 1);
        await ListAsync("--checkpoint", Checkpoint);
        using var console = new TestConsole().With(_sandbox);

        Assert.Equal(2, await console.RunAsync("not-sent", "sms", "--checkpoint", Checkpoint));
        Assert.Contains("belongs to Email", console.Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Checkpoint, "{");
        Assert.Equal(2, await console.RunAsync("not-sent", "email", "--checkpoint", Checkpoint));
        Assert.Contains("--last-event-id", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_output_is_not_the_checkpoint()
    {
        using var console = new TestConsole().With(_sandbox);

        Assert.Equal(
            2, await console.RunAsync("not-sent", "email", "--checkpoint", Checkpoint, "--output", Checkpoint));

        Assert.Contains("--output and --checkpoint are the same file", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_tells_the_same()
    {
        await SendAsync(1, 2);
        using var program = ChildProgram.Start(
            AccountVariables.Of(_sandbox), "not-sent", "email", "--checkpoint", Checkpoint);

        Assert.Equal(0, await program.EndAsync());
        Assert.Equal(2, program.Out.TrimEnd('\n').Split('\n').Length);
        Assert.True(File.Exists(Checkpoint));
    }

    private static string[] Names(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(i => $"notsent{i}@example.com")];

    private async Task SendAsync(int from, int count)
    {
        var rows = Names(from, count).Select(name => $"{{\"ContactKey\":\"{name}\",\"To\":\"{name}\"}}\n");
        using var console = new TestConsole { StandardInput = string.Concat(rows) }.With(_sandbox);
        Assert.Equal(0, await console.SendEmailAsync("-", "--format", "jsonl", "--message-key", "ContactKey"));
    }

    private async Task<string[]> ListAsync(params string[] options)
    {
        using var console = new TestConsole().With(_sandbox);
        Assert.Equal(0, await console.RunAsync(["not-sent", "email", .. options]));
        return
        [
            .. console.OutLines
                .Where(line => line.Length > 0)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("MessageKey").GetString()!),
        ];
    }

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}
