using McMessaging.Auth;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Errors;

/// <summary>No secret, token, address or attribute value in any text that is shown or logged.</summary>
public sealed class SecrecyTests
{
    private const string Address = "address-sentinel@example.com";

    private static readonly string[] Sentinels =
        ["s3cret", "token-1", Address, "attribute-sentinel", "text-sentinel", "from-sentinel@example.com"];

    [Theory]
    [InlineData(202, null)]
    [InlineData(400, "{\"message\":\"no\",\"errorcode\":10000}")]
    [InlineData(400, "{\"message\":\"MCMS_UTM_Validation_NoValidSubscribers: no\",\"errorcode\":109103}")]
    [InlineData(500, "<html>Authorization: Bearer token-1</html>")]
    [InlineData(500, "{\"message\":\"token-1 is wrong\"}")]
    public async Task Nothing_of_a_request_is_in_its_log_lines_and_errors(int status, string? response)
    {
        var service = response is null ? new FakeService() : FakeService.Always(response, status);

        var options = Sends.Sms() with
        {
            MessageText = "text-sentinel",
            Attributes = [new("A", "attribute-sentinel")],
            BatchSize = 1,
        };

        var host = await Sends.RunAsync(
            service, options,
            [Person, Person, new Dictionary<string, object> { ["To"] = Address }]);

        AssertClean(host.Verbose);
        AssertClean(host.Questions);
        AssertClean(host.Progress.Select(progress => progress.ToString()));
        AssertClean(host.Results.Select(result => result.ToString()));
        AssertClean(host.Results.Select(result => result.Message));
        AssertClean(host.Errors.SelectMany(error => new[] { error.Error.ToString(), error.Error.RecommendedAction }));
        Assert.NotEmpty(host.Verbose);
    }

    [Fact]
    public async Task A_log_line_has_method_path_status_duration_attempt_and_request_id()
    {
        var host = await Sends.RunAsync(new FakeService(), Sends.Email(), [Person]);

        Assert.Equal("POST messaging/v1/email/messages 202 0 ms attempt 1 request r-1", Assert.Single(host.Verbose));
    }

    [Theory]
    [InlineData(400, "{\"error_description\":\"client_secret s3cret is wrong\"}")]
    [InlineData(500, "{\"grant_type\":\"client_credentials\",\"client_secret\":\"s3cret\"}")]
    [InlineData(418, "client_secret=s3cret")]
    public async Task A_token_endpoint_that_echoes_the_secret_does_not_bring_it_into_the_error(
        int status, string response)
    {
        var service = new FakeService
        {
            RespondToTokenRequest = _ =>
            Task.FromResult<HttpResponseMessage?>(FakeResponse.Json(status, response))
        };

        var error = await Assert.ThrowsAsync<McException>(() => Sends.ConnectAsync(service, new VirtualTime()));

        AssertClean([error.ToString(), error.Message]);
        Assert.Equal(status, error.HttpStatus);
    }

    [Fact]
    public async Task An_empty_secret_is_an_ordinary_wrong_one()
    {
        var service =
            new FakeService { RespondToTokenRequest = FakeService.TokensInTurn(() => FakeResponse.Json(401, "{}")) };
        var options = new ConnectionOptions
        {
            AuthBaseUri = new Uri(FakeService.AuthBase),
            ClientId = "c",
            ClientSecret = new(),
            MessageHandler = service,
        };

        var error = await Assert.ThrowsAsync<McException>(
            () => Connection.ConnectAsync(options, CancellationToken.None));

        Assert.Equal("AuthenticationFailed", error.ErrorId);
    }

    [Fact]
    public async Task Objects_do_not_show_what_they_hold()
    {
        var time = new VirtualTime();
        using var connection = await Sends.ConnectAsync(new FakeService(), time);
        var options = Sends.Triggered() with
        {
            FromAddress = "from-sentinel@example.com",
            FromName = "from-sentinel@example.com",
            MessageText = "text-sentinel",
            Attributes = [new("A", "attribute-sentinel")],
        };
        RequestPreview preview = new(
            "POST", new Uri("messaging/v1/x", UriKind.Relative), Address, 1);

        AssertClean(
        [
            connection.ToString(),
            (await connection.Tokens.GetAsync(TokenPatience.WhileConnecting, CancellationToken.None)).ToString(),
            Sends.Credentials(null, time).ToString(),
            options.ToString(),
            preview.ToString(),
            new Recipient { ContactKey = Address, To = Address }.ToString(),
            new RecipientResult { MessageKey = "k", ContactKey = Address, To = Address }.ToString(),
        ]);
    }

    private static Recipient Person => new()
    {
        ContactKey = Address,
        To = Address,
        Attributes = new Dictionary<string, object> { ["A"] = "attribute-sentinel" },
    };

    private static void AssertClean(IEnumerable<string?> texts) => Assert.All(texts, text => Assert.All(
        Sentinels, sentinel => Assert.DoesNotContain(sentinel, text ?? "", StringComparison.Ordinal)));
}
