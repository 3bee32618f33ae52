using System.Diagnostics;
using System.Text.Json;

namespace McMessaging.EndToEnd.Tests.OtherClients;

/// <summary>A client that was not written here, unchanged, against the sandbox.</summary>
public class FuelRestTests
{
    private static readonly string Folder = Repository.PathOf("tests", "McMessaging.EndToEnd.Tests", "OtherClients");

    [FuelRestFact]
    public async Task Fuel_rest_gets_a_token_sends_reads_a_status_and_lists_definitions()
    {
        using var sandbox = Sandbox.Start(new SandboxOptions { DeliveryDelay = TimeSpan.Zero });

        var results = await RunAsync(sandbox);

        var items = Body(results, "sent", 202).GetProperty("responses");
        Assert.Equal("first", items[0].GetProperty("messageKey").GetString());
        Assert.Equal(109121, items[1].GetProperty("errorcode").GetInt32());
        var message = Assert.Single(sandbox.GetMessages(messageKey: "first"));
        Assert.True(message.Accepted);
        Assert.Equal("Ada", message.Attributes["FirstName"]);

        var status = Body(results, "status", 200);
        Assert.Equal("TransactionalSendEvents.EmailSent", status.GetProperty("eventCategoryType").GetString());
        Assert.Equal("ada@example.com", status.GetProperty("info").GetProperty("to").GetString());

        Assert.Equal("Active", Body(results, "created", 201).GetProperty("status").GetString());
        var definitions = Body(results, "definitions", 200);
        Assert.Equal(10, definitions.GetProperty("pageSize").GetInt32());
        Assert.Equal("Welcome", definitions.GetProperty("definitions")[0].GetProperty("name").GetString());
        Assert.Equal(1, sandbox.Counters.TokenRequests);
    }

    private static JsonElement Body(JsonElement results, string name, int status)
    {
        var result = results.GetProperty(name);
        Assert.Equal(status, result.GetProperty("status").GetInt32());
        return result.GetProperty("body");
    }

    private static async Task<JsonElement> RunAsync(Sandbox sandbox)
    {
        var start = NodePackages.Command("node", "fuel-rest.js");
        start.WorkingDirectory = Folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["SFMC_AUTH_BASE_URL"] = sandbox.Uri.ToString();
        start.Environment["SFMC_CLIENT_ID"] = sandbox.ClientId;
        start.Environment["SFMC_CLIENT_SECRET"] = sandbox.RevealClientSecret();
        start.Environment["NO_PROXY"] = "127.0.0.1";
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonDocument.Parse(output).RootElement;
    }

    private sealed class FuelRestFactAttribute : FactAttribute
    {
        public FuelRestFactAttribute()
        {
            // Test runners print the name of a skipped test, and not why it was skipped.
            Skip = DisplayName = NodePackages.Missing(Folder) is { } missing
                ? $"CLIENTS NOT WRITTEN HERE WERE NOT TESTED: {missing}"
                : null;
        }
    }
}
