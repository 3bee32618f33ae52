using McMessaging.Client.Tests.Support;
using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Definitions;

public sealed class SendDefinitionsChangeTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_key_or_name_that_is_taken_is_a_conflict()
    {
        var service = new FakeService(_ => Faults.Error(409, 30004, "MCMS_UTM_Runtime_ObjectAlreadyExists: key"));
        using var connection = await service.ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() => new SendDefinitions(connection)
            .CreateAsync(MessageChannel.Email, "welcome", new SendDefinitionChange { Name = "n" }, None));

        Assert.Equal("AlreadyExists", error.ErrorId);
        Assert.Equal(McErrorCategory.ResourceExists, error.Category);
        Assert.Equal(30004, error.ErrorCode);
    }

    [Fact]
    public async Task A_new_definition_is_not_made_twice_after_an_ambiguous_failure()
    {
        var service = new FakeService(_ => throw new IOException("reset"));
        using var connection = await service.ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() => new SendDefinitions(connection)
            .CreateAsync(MessageChannel.Email, "welcome", new SendDefinitionChange { Name = "n" }, None));

        Assert.Equal("OutcomeUnknown", error.ErrorId);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_change_is_retried_after_an_ambiguous_failure()
    {
        var service = new FakeService(request => request.Number == 1
            ? throw new IOException("reset")
            : FakeResponse.Json(200, """{"name":"n"}"""));
        using var connection = await service.ConnectAsync();

        var changed = await new SendDefinitions(connection)
            .UpdateAsync(MessageChannel.Email, "welcome", new SendDefinitionChange { Name = "n" }, None);

        Assert.Equal("n", changed.Name);
        Assert.Equal(2, service.Requests.Count);
        Assert.Equal(service.Requests[0].Body, service.Requests[1].Body);
    }

    [Theory]
    [InlineData(36, true)]
    [InlineData(37, false)]
    public async Task A_key_has_at_most_36_characters(int length, bool isMade)
    {
        using var connection = await FakeService.Always("{}").ConnectAsync();

        var error = await Record.ExceptionAsync(() => new SendDefinitions(connection).CreateAsync(
            MessageChannel.Email, new string('k', length), new SendDefinitionChange { Name = "n" }, None));

        Assert.Equal(isMade ? null : "DefinitionKeyTooLong", (error as McException)?.ErrorId);
        Assert.Equal(isMade, error is null);
    }

    [Fact]
    public async Task Nothing_to_make_or_to_change_is_an_error_of_the_caller()
    {
        using var connection = await FakeService.Always("{}").ConnectAsync();
        var definitions = new SendDefinitions(connection);

        await Assert.ThrowsAsync<ArgumentNullException>(
            "fields", () => definitions.CreateAsync(MessageChannel.Email, "k", null!, None));
        await Assert.ThrowsAsync<ArgumentNullException>(
            "change", () => definitions.UpdateAsync(MessageChannel.Email, "k", null!, None));
    }

    [Theory]
    [InlineData("""{"requestId":"r","message":"Success","deletedDefinitionKey":"welcome"}""")]
    [InlineData("")]
    public async Task A_definition_is_deleted(string response)
    {
        var service = new FakeService(_ => FakeResponse.Text(200, response));
        using var connection = await service.ConnectAsync();

        await new SendDefinitions(connection).DeleteAsync(MessageChannel.Email, "welcome", None);

        var request = Assert.Single(service.Requests);
        Assert.Equal("DELETE", request.Method);
        Assert.Equal("/messaging/v1/email/definitions/welcome", request.Path);
    }

    [Fact]
    public async Task A_definition_that_is_gone_after_an_ambiguous_attempt_was_deleted_by_it()
    {
        var service = new FakeService(request => request.Number == 1
            ? throw new IOException("reset")
            : Faults.Error(404, 30003, "FuelRuntime_ObjectNotFound"));
        using var connection = await service.ConnectAsync();

        await new SendDefinitions(connection).DeleteAsync(MessageChannel.Email, "welcome", None);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_definition_that_never_was_is_not_found()
    {
        var service = new FakeService(_ => Faults.Error(404, 30003, "Unable to find Definition welcome"));
        using var connection = await service.ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(
            () => new SendDefinitions(connection).DeleteAsync(MessageChannel.Email, "welcome", None));

        Assert.Equal("NotFound", error.ErrorId);
    }
}
