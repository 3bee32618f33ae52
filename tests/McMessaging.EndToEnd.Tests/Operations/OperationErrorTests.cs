using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Operations;

public sealed class OperationErrorTests
{
    public static TheoryData<string, int> IdsAndErrors
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var id in AllOperations.Ids)
            {
                foreach (var status in AllOperations.Find(id).Errors)
                {
                    data.Add(id, status);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(IdsAndErrors))]
    public async Task A_documented_error_is_told_with_its_status_code_and_words(string id, int status)
    {
        var operation = AllOperations.Find(id);
        using var service = await Service.StartPreparedAsync();
        service.Wire.Intercept = asked => operation.IsAskedBy(asked) ? Refuse(status) : null;

        var error = await Assert.ThrowsAsync<McException>(() => operation.RunAsync(service));

        Assert.Equal(status, error.HttpStatus);
        Assert.Equal(CategoryOf(status), error.Category);
        Assert.NotEmpty(error.RecommendedAction);
        if (status != 401)
        {
            Assert.Contains("words of the service", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(401, "AuthenticationFailed", false)]
    [InlineData(403, "PermissionDenied", null)]
    [InlineData(500, "ServiceUnavailable", null)]
    public async Task A_test_of_a_connection_tells_the_error_instead_of_failing(int status, string id, bool? tokenValid)
    {
        using var service = await Service.StartAsync();
        service.Wire.Intercept = asked => OtherOperations.TokenContext.IsAskedBy(asked) ? Refuse(status) : null;

        var result = await ConnectionTest.RunAsync(service.Connection, null, default);

        Assert.False(result.Success);
        Assert.Equal((id, status, tokenValid), (result.ErrorId, result.HttpStatus, result.TokenValid));
    }

    private static HttpResponseMessage Refuse(int status) => Wire.Json(
        status, """{"message":"words of the service","errorcode":10000,"documentation":"https://example.com/"}""");

    private static McErrorCategory CategoryOf(int status) => status switch
    {
        400 => McErrorCategory.InvalidData,
        401 => McErrorCategory.AuthenticationError,
        403 => McErrorCategory.PermissionDenied,
        404 => McErrorCategory.ObjectNotFound,
        409 => McErrorCategory.ResourceExists,
        _ => McErrorCategory.ResourceUnavailable,
    };
}
