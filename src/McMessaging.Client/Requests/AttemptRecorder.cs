using System.Globalization;
using McMessaging.Http;
using McMessaging.Retrying;

namespace McMessaging.Requests;

/// <summary>Notes in a request's result what each attempt came to, and logs it.</summary>
internal sealed class AttemptRecorder<TResponse>(
    ServiceRequest<TResponse> request, TimeProvider timeProvider, Action<string> verbose)
    where TResponse : class, IHasRequestId
{
    public RequestResult<TResponse> Result { get; } = new();

    /// <summary>How long the service asked to wait in its last response.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    public DateTimeOffset Now => timeProvider.GetUtcNow();

    /// <summary>Notes that an attempt begins.</summary>
    public void Begin()
    {
        Result.Attempts++;
        Result.SentAt = Now;
        Result.FirstSentAt ??= Result.SentAt;
    }

    /// <summary>Notes what an attempt came to.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="token">What the request carried and no description may show.</param>
    public RetryDecision End(AttemptResult attempt, string token)
    {
        Result.Fault = attempt.Fault;
        Result.Description = attempt.Describe();
        Result.Status = attempt.Response?.Status;
        Result.Error = null;
        Result.Response = null;
        Result.IsRefusalHidden = false;
        RetryAfter = null;
        if (attempt.Response is { } response)
        {
            Result.Response = ResponseOf(response);
            if (Result.Response is null)
            {
                ReadError(response, token);
            }
            else if (Result.Response.Refusal is { } words)
            {
                Result.IsRefusalHidden = ServiceWords.Repeat(words, token, request.Body);
            }
        }

        Log(attempt);
        return RetryMatrix.Judge(attempt, RetryAfter, readable: Result.Response is not null);
    }

    private TResponse? ResponseOf(ServiceResponse response) =>
        response.IsSuccess || response.Status == 400 ? request.ReadResponse(response) : null;

    private void ReadError(ServiceResponse response, string token)
    {
        var error = ApiError.Read(response);
        Result.Error = error;
        Result.Description += ServiceWords.AfterStatus(error.Message ?? response.Text(), token, request.Body);
        RetryAfter = RetryAfterReader.Read(response, error, Now);
    }

    private void Log(AttemptResult attempt)
    {
        var path = request.Path.Split('?')[0];
        var outcome = attempt.Response?.Status.ToString(CultureInfo.InvariantCulture) ?? attempt.Fault.ToString();
        verbose(string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Method} {path} {outcome} {attempt.Duration.TotalMilliseconds:0} ms "
                + $"attempt {Result.Attempts} request {Result.RequestId ?? "-"}"));
    }
}
