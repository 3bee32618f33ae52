using McMessaging.Endpoints;
using McMessaging.Requests;

namespace McMessaging.Sending;

internal static class RequestErrorCode
{
    /// <summary>The code of a whole request: of a response that tells of each recipient, else of an error.</summary>
    public static int? ErrorCode(this RequestResult<BatchResponse> request) =>
        request.Response?.ErrorCode ?? request.Error?.Code;
}
