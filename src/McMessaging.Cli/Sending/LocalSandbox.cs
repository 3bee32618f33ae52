namespace McMessaging.Cli.Sending;

/// <summary>A sandbox inside this process, for <c>--sandbox</c>.</summary>
internal sealed class LocalSandbox : IDisposable
{
    private readonly Sandbox _sandbox;

    private LocalSandbox(Sandbox sandbox) => _sandbox = sandbox;

    public ConnectionOptions ConnectionOptions =>
        ConnectionOptions.ForSandbox(_sandbox.Uri, _sandbox.ClientId, _sandbox.RevealClientSecret());

    public static LocalSandbox Start(TextWriter told)
    {
        var sandbox = new LocalSandbox(Sandbox.Start(new SandboxOptions()));
        told.WriteLine($"Sending to a sandbox ({sandbox._sandbox.Uri}); nothing leaves this computer.");
        return sandbox;
    }

    public void Dispose() => _sandbox.Dispose();
}
