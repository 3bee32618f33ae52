using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Tokens;

namespace McMessaging.Sandboxing.Server;

/// <summary>What every request to a messaging route goes through: counting, its token, its faults.</summary>
internal sealed class MessagingPipeline(TokenStore tokens, FaultDice dice, CounterStore counters, TimeProvider time)
{
    public RouteHandler Guard(Func<HttpRequest, HttpResponse> endpoint) =>
        (request, stopping) => RunAsync(request, endpoint, stopping);

    private async ValueTask<HttpResponse> RunAsync(
        HttpRequest request, Func<HttpRequest, HttpResponse> endpoint, CancellationToken stopping)
    {
        counters.CountRequest();
        if (request.BearerToken is not { } token || tokens.Find(token) is null)
        {
            return ErrorResponses.NotAuthorized();
        }

        var draw = dice.Draw();
        Count(draw);
        if (draw.Fault == FaultNames.ExpireToken)
        {
            tokens.Revoke(token);
        }

        var response = FaultResponses.For(draw) ?? Process(request, endpoint);
        if (draw.Delay > TimeSpan.Zero)
        {
            await Task.Delay(draw.Delay, time, stopping).ConfigureAwait(false);
        }

        return draw.Fault == FaultNames.DropAfter ? HttpResponse.Dropped : response;
    }

    private static HttpResponse Process(HttpRequest request, Func<HttpRequest, HttpResponse> endpoint)
    {
        try
        {
            return endpoint(request);
        }
        catch (RequestRefusedException exception)
        {
            return ErrorResponses.Json(exception.Status, exception.Error);
        }
    }

    private void Count(FaultDraw draw)
    {
        if (draw.Fault is { } fault)
        {
            counters.CountFault(fault);
        }

        if (draw.IsSlow)
        {
            counters.CountFault(FaultNames.Slow);
        }
    }
}
