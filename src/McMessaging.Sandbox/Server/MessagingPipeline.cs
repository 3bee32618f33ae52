using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Tokens;

namespace McMessaging.Sandboxing.Server;

/// <summary>What every request to a messaging route goes through: counting, its token, its faults.</summary>
internal sealed class MessagingPipeline(TokenStore tokens, FaultDice dice, Tally tally, TimeProvider time)
{
    public RouteHandler Guard(Func<HttpRequest, Reply> endpoint) =>
        (request, stopping) => RunAsync(request, endpoint, stopping);

    private async ValueTask<Reply> RunAsync(
        HttpRequest request, Func<HttpRequest, Reply> endpoint, CancellationToken stopping)
    {
        tally.CountRequest();
        if (request.BearerToken is not { } token || tokens.Find(token) is null)
        {
            return ErrorReplies.NotAuthorized();
        }

        var draw = dice.Draw();
        Count(draw);
        if (draw.Fault == FaultNames.ExpireToken)
        {
            tokens.Revoke(token);
        }

        var reply = FaultReplies.For(draw) ?? Process(request, endpoint);
        if (draw.Delay > TimeSpan.Zero)
        {
            await Task.Delay(draw.Delay, time, stopping).ConfigureAwait(false);
        }

        return draw.Fault == FaultNames.DropAfter ? Reply.Dropped : reply;
    }

    private static Reply Process(HttpRequest request, Func<HttpRequest, Reply> endpoint)
    {
        try
        {
            return endpoint(request);
        }
        catch (RequestRefusedException exception)
        {
            return ErrorReplies.Json(exception.Status, exception.Error);
        }
    }

    private void Count(FaultDraw draw)
    {
        if (draw.Fault is { } fault)
        {
            tally.CountFault(fault);
        }

        if (draw.IsSlow)
        {
            tally.CountFault(FaultNames.Slow);
        }
    }
}
