using System.Text;
using McMessaging.Fuzz.Tests.Support;

namespace McMessaging.Fuzz.Tests.Responses;

/// <summary>Damaged responses to a triggered send.</summary>
public sealed class TriggeredResponseFuzzTests
{
    private static readonly int[] Statuses = [200, 202, 202, 202, 400];

    [Fact]
    public async Task Nobody_is_accepted_without_a_word_that_says_so()
    {
        var corpus = Corpus.Of("responses", "triggered-*");
        using var service = await FuzzedService.ConnectAsync();

        await Fuzzing.RunAsync("triggered", async (mutator, input) =>
        {
            var status = mutator.Pick(Statuses);
            input.Bytes = mutator.Damage(corpus);
            service.RespondWith(status, input.Bytes);

            var host = await service.SendAsync(MessageChannel.Triggered, 1);

            if (host.Results[0].Outcome == SendOutcome.Accepted)
            {
                Assert.InRange(status, 200, 299);
                var text = Encoding.UTF8.GetString(input.Bytes);
                Assert.True(
                    text.Contains("hasErrors", StringComparison.OrdinalIgnoreCase)
                        || text.Contains("recipientSendId", StringComparison.OrdinalIgnoreCase)
                        || text.Contains("\\u", StringComparison.Ordinal));
                Assert.DoesNotContain("\"hasErrors\":true", text, StringComparison.Ordinal);
            }
        });
    }
}
