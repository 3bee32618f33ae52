using System.Text.Json;
using McMessaging.Fuzz.Tests.Support;

namespace McMessaging.Fuzz.Tests.Responses;

/// <summary>Damaged responses to a send to many: nobody is accepted whom the response does not name so.</summary>
public sealed class MessagesResponseFuzzTests
{
    private const int Recipients = 5;
    private static readonly int[] Statuses = [200, 202, 202, 202, 202, 400, 204, 206];

    [Fact]
    public async Task Nobody_is_accepted_without_an_item_that_says_so()
    {
        var corpus = Corpus.Of("responses", "messages-*");
        using var service = await FuzzedService.ConnectAsync();

        await Fuzzing.RunAsync("messages", async (mutator, input) =>
        {
            var status = mutator.Pick(Statuses);
            input.Bytes = mutator.Damage(corpus);
            service.RespondWith(status, input.Bytes);

            var host = await service.SendAsync(MessageChannel.Email, Recipients);

            foreach (var result in host.Results.Where(result => result.Outcome == SendOutcome.Accepted))
            {
                Assert.InRange(status, 200, 299);
                Assert.True(MayBeAccepted(input.Bytes, (int)result.Index - 1), result.MessageKey);
            }
        });
    }

    /// <summary>An own, simple reading: some item is this recipient's, and tells no error.</summary>
    private static bool MayBeAccepted(byte[] body, int place)
    {
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { CommentHandling = default });
        return document.RootElement.EnumerateObject()
            .Where(member => Is(member, "responses") && member.Value.ValueKind == JsonValueKind.Array)
            .Any(member => member.Value.EnumerateArray()
                .Select((item, index) => (item, index))
                .Any(entry => entry.item.ValueKind == JsonValueKind.Object
                    && IsAbout(entry.item, entry.index, place)
                    && !entry.item.EnumerateObject().Any(TellsError)));
    }

    private static bool IsAbout(JsonElement item, int index, int place)
    {
        var keys = item.EnumerateObject()
            .Where(member => Is(member, "messageKey") && member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => member.Value.ToString())
            .ToArray();
        return keys.Length == 0 ? index == place : keys.Contains("k" + (place + 1));
    }

    private static bool TellsError(JsonProperty member) =>
        Is(member, "errorcode") && member.Value.ToString() is not ("" or "0");

    private static bool Is(JsonProperty member, string name) =>
        member.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
