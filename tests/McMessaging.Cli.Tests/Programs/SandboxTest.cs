namespace McMessaging.Cli.Tests.Programs;

/// <summary>A test of the program with a sandbox as its account, and a folder for its files.</summary>
public abstract class SandboxTest : IDisposable
{
    private protected SandboxTest() => Console.With(Sandbox);

    private protected Sandbox Sandbox { get; } = Sandbox.Start(new SandboxOptions());

    private protected TestFolder Folder { get; } = new();

    private protected TestConsole Console { get; } = new();

    public void Dispose()
    {
        Console.Dispose();
        Folder.Dispose();
        Sandbox.Dispose();
        GC.SuppressFinalize(this);
    }
}
