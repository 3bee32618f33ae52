using System.Net;
using McMessaging.Auth;
using McMessaging.Fuzz.Tests.Support;

namespace McMessaging.Fuzz.Tests.Responses;

/// <summary>
/// Damaged responses of a token host: a connection to a host that may be trusted, or an error in words.
/// </summary>
public sealed class TokenResponseFuzzTests
{
    private static readonly int[] Statuses = [200, 200, 200, 400, 401, 403, 429, 500];

    [Fact]
    public async Task A_token_goes_only_where_it_may_and_everything_else_is_an_error_in_words()
    {
        var corpus = Corpus.Of("tokens");

        await Fuzzing.RunAsync("tokens", async (mutator, input) =>
        {
            var status = (HttpStatusCode)mutator.Pick(Statuses);
            var bytes = input.Bytes = mutator.Damage(corpus);
            using var service = new FakeService
            {
                RespondToTokenRequest =
                    _ => Task.FromResult<HttpResponseMessage?>(FuzzedService.Response(status, bytes)),
            };
            var options = FuzzedService.Credentials(service, new VirtualTime());
            try
            {
                using var connection = await Connection.ConnectAsync(options, CancellationToken.None);
                Assert.Equal(HttpStatusCode.OK, status);
                Assert.EndsWith(".marketingcloudapis.com", connection.RestBaseUri.Host, StringComparison.Ordinal);
                Assert.Equal(Uri.UriSchemeHttps, connection.RestBaseUri.Scheme);
            }
            catch (McException exception)
            {
                Assert.DoesNotContain("s3cret", exception.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', exception.Message);
            }
            finally
            {
                // A process remembers how long to leave each account's host alone; here each case is an account.
                TokenCaches.Forget(KeyOf(options));
            }
        });
    }

    private static TokenCacheKey KeyOf(ConnectionOptions options) => TokenCacheKey.For(new AccountCredentials(
        options.AuthBaseUri!, options.ClientId!, options.ClientSecret!, options.AccountId, options.Scope));
}
