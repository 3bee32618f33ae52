namespace McMessaging.Cli.Output;

/// <summary>What a user needs to send to a sandbox from elsewhere.</summary>
internal static class SandboxNotice
{
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="showSecret">Whether the secret was made up, so that nobody knows it yet.</param>
    /// <param name="writer">Where it is told.</param>
    public static void Write(Sandbox sandbox, bool showSecret, TextWriter writer)
    {
        writer.WriteLine($"Sandbox:   {sandbox.Uri}");
        writer.WriteLine($"Inbox:     {sandbox.InboxUri}");
        writer.WriteLine($"Client id: {OneLine.Of(sandbox.ClientId)}");
        writer.WriteLine();
        writer.WriteLine("To send to it, set in another shell:");
        List<KeyValuePair<string, string>> variables =
        [
            new("SFMC_AUTH_BASE_URL", sandbox.Uri.ToString()),
            new("SFMC_CLIENT_ID", sandbox.ClientId),
        ];
        if (showSecret)
        {
            variables.Add(new("SFMC_CLIENT_SECRET", sandbox.RevealClientSecret()));
        }

        foreach ((var name, var value) in variables)
        {
            writer.WriteLine($"  export {name}='{value}'");
        }

        writer.WriteLine("or in PowerShell:");
        foreach ((var name, var value) in variables)
        {
            writer.WriteLine($"  $env:{name} = '{value}'");
        }

        if (!showSecret)
        {
            writer.WriteLine("and SFMC_CLIENT_SECRET to the secret you gave.");
        }

        writer.WriteLine();
        writer.WriteLine("A first message with curl:");
        writer.WriteLine(sandbox.WriteCurlCommands());
        writer.WriteLine();
        writer.WriteLine("Ctrl+C stops it.");
    }
}
