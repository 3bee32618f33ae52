using System.Globalization;
using McMessaging.Http;
using McMessaging.Retrying;

namespace McMessaging.Requests;

/// <summary>Writes down in an exchange what an attempt came to, and tells the curious.</summary>
internal sealed class AttemptRecorder<TResponse>(RequestSender pipeline, ServiceRequest<TResponse> request)
    where TResponse : class, IHasRequestId
{
    public RequestResult<TResponse> RequestResult { get; } = new();

    /// <summary>How long the service asked to wait in its last answer.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <param name="attempt">The attempt.</param>
    /// <param name="token">What the request carried and no description may show.</param>
    public RetryDecision Read(AttemptResult attempt, string token)
    {
        RequestResult.Fault = attempt.Fault;
        RequestResult.Description = attempt.Describe();
        RequestResult.Status = attempt.Response?.Status;
        RequestResult.Error = null;
        RequestResult.Response = null;
        RetryAfter = null;
        if (attempt.Response is { } response)
        {
            ReadResponse(response, token);
        }

        Report(attempt);
        return RetryMatrix.Judge(attempt, RetryAfter, readable: RequestResult.Response is not null);
    }

    private void ReadResponse(ServiceResponse response, string token)
    {
        RequestResult.Response = response.IsSuccess || response.Status == 400 ? request.ReadResponse(response) : null;
        if (RequestResult.Response is not null)
        {
            return;
        }

        var error = ApiError.Read(response);
        RequestResult.Error = error;
        RequestResult.Description += ": " + (error.Message is { } message ? Secret.Mask(message, token) : response.Quote(token));
        RetryAfter = RetryAfterReader.Of(response, error, pipeline.TimeProvider.GetUtcNow());
    }

    private void Report(AttemptResult attempt)
    {
        var path = request.Path.Split('?')[0];
        var result = attempt.Response?.Status.ToString(CultureInfo.InvariantCulture) ?? attempt.Fault.ToString();
        pipeline.Verbose(string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Method} {path} {result} {attempt.Duration.TotalMilliseconds:0} ms attempt {RequestResult.Attempts} request {RequestResult.RequestId ?? "-"}"));
    }
}
