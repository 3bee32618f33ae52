using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;

/// <summary>A request whose bytes are ready.</summary>
public sealed record PreparedRequest(string Path, byte[] Body);

/// <summary>The limit: posts bytes that are ready and reads each response to its end, so many at a time.</summary>
public static class BareClient
{
    public static void PostAll(string baseUri, string token, PreparedRequest[] requests, int concurrency) =>
        PostAllAsync(new Uri(baseUri), token, requests, concurrency).GetAwaiter().GetResult();

    private static async Task PostAllAsync(
        Uri baseUri, string token, PreparedRequest[] requests, int concurrency)
    {
        using var client = new HttpClient { BaseAddress = baseUri };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        await Parallel.ForEachAsync(requests, options, async (request, stop) =>
        {
            using var content = new ByteArrayContent(request.Body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using HttpResponseMessage response = await client.PostAsync(request.Path, content, stop);
            await response.Content.ReadAsByteArrayAsync(stop);
            if ((int)response.StatusCode != 202) throw new HttpRequestException($"HTTP {(int)response.StatusCode}");
        });
    }
}
