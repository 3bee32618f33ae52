using System.Globalization;
using McMessaging.Connections;
using McMessaging.Http;

namespace McMessaging.Retrying;

/// <summary>Writes down in an exchange what an attempt came to, and tells the curious.</summary>
internal sealed class AttemptReader<TAnswer>(RequestPipeline pipeline, ServiceRequest<TAnswer> request)
    where TAnswer : class, IRequestAnswer
{
    public Exchange<TAnswer> Exchange { get; } = new();

    /// <summary>How long the service asked to wait in its last answer.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <param name="attempt">The attempt.</param>
    /// <param name="token">What the request carried and no description may show.</param>
    public RetryVerdict Read(Attempt attempt, string token)
    {
        Exchange.Fault = attempt.Fault;
        Exchange.Description = attempt.Describe();
        Exchange.Status = attempt.Answer?.Status;
        Exchange.Error = null;
        Exchange.Answer = null;
        RetryAfter = null;
        if (attempt.Answer is { } answer)
        {
            ReadAnswer(answer, token);
        }

        Report(attempt);
        return RetryMatrix.Judge(attempt, RetryAfter, readable: Exchange.Answer is not null);
    }

    private void ReadAnswer(ServiceAnswer answer, string token)
    {
        Exchange.Answer = answer.IsSuccess || answer.Status == 400 ? request.ReadAnswer(answer) : null;
        if (Exchange.Answer is not null)
        {
            return;
        }

        var error = ApiError.Read(answer);
        Exchange.Error = error;
        Exchange.Description += ": " + (error.Message is { } message ? Secret.Mask(message, token) : answer.Quote(token));
        RetryAfter = Retrying.RetryAfter.Of(answer, error, pipeline.TimeProvider.GetUtcNow());
    }

    private void Report(Attempt attempt)
    {
        var path = request.Path.Split('?')[0];
        var result = attempt.Answer?.Status.ToString(CultureInfo.InvariantCulture) ?? attempt.Fault.ToString();
        pipeline.Verbose(string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Method} {path} {result} {attempt.Duration.TotalMilliseconds:0} ms attempt {Exchange.Attempts} request {Exchange.RequestId ?? "-"}"));
    }
}
