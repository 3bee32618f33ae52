using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Tokens;

namespace McMessaging.Sandboxing.Server;

/// <summary>
/// What every request to a messaging route goes through: counting, its token and scope, the limit of requests, faults.
/// </summary>
internal sealed class MessagingPipeline(
    TokenStore tokens,
    FaultDice dice,
    FaultResponses faults,
    RequestRateLimiter limiter,
    LostSendRecorder lost,
    CounterStore counters)
{
    public RouteHandler Guard(ScopeRule scope, Func<HttpRequest, HttpResponse> handler) =>
        request => Run(request, scope, handler);

    /// <summary>A token request meets faults of its own.</summary>
    public RouteHandler GuardToken(Func<HttpRequest, HttpResponse> handler) => request =>
    {
        counters.CountTokenRequest();
        var draw = dice.DrawForToken();
        CountFaults(draw);
        return faults.ForToken(draw) ?? handler(request);
    };

    private HttpResponse Run(HttpRequest request, ScopeRule scope, Func<HttpRequest, HttpResponse> handler)
    {
        counters.CountRequest();
        if (request.BearerToken is not { } token || tokens.Find(token) is not { } grant)
        {
            return ErrorResponses.NotAuthorized();
        }

        var current = dice.Faults;
        if (!limiter.TryTake(current.RequestsPerSecond))
        {
            counters.CountFault(FaultNames.RequestsPerSecond);
            var limited = faults.RateLimited(current);
            lost.Record(request with { AccountId = grant.AccountId }, FaultNames.RequestsPerSecond, limited);
            return limited;
        }

        var draw = dice.Draw(RequestTargets.Of(request, dice.DependsOnDefinition));
        CountFaults(draw);
        if (draw.Fault == FaultNames.ExpireToken)
        {
            tokens.Revoke(token);
        }

        var drawn = request with { AccountId = grant.AccountId, Faults = draw };
        if (faults.For(drawn) is { } failure)
        {
            lost.Record(drawn, draw.Fault!, failure);
            return failure.DelayedBy(draw.Delay);
        }

        return Finish(Process(drawn, grant, scope, handler), draw).DelayedBy(draw.Delay);
    }

    private static HttpResponse Process(
        HttpRequest request, TokenGrant grant, ScopeRule scope, Func<HttpRequest, HttpResponse> handler)
    {
        try
        {
            if (!request.Target.IsUnicode)
            {
                throw new RequestRefusedException(ServiceErrors.NotUnicode);
            }

            return scope(grant, request)
                ? handler(request)
                : ErrorResponses.Json(403, ServiceErrors.InsufficientPrivileges);
        }
        catch (RequestRefusedException exception)
        {
            return ErrorResponses.Json(exception.Status, exception.Error);
        }
    }

    private static HttpResponse Finish(HttpResponse response, FaultDraw draw) => draw.Fault switch
    {
        FaultNames.DropAfter => HttpResponse.Dropped,
        FaultNames.HangAfter => HttpResponse.Hanging,
        _ => response,
    };

    private void CountFaults(FaultDraw draw)
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
