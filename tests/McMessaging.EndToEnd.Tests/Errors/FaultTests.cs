using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Errors;

/// <summary>The faults of the sandbox, as a question meets them when they do not go away, and when they do.</summary>
public sealed class FaultTests
{
    private static readonly Dictionary<string, SandboxFaults> Faults = new()
    {
        ["http500"] = new() { Http500 = 1 },
        ["http503"] = new() { Http503 = 1, RetryAfter = 2 },
        ["http429"] = new() { Http429 = 1, RetryAfter = 2 },
        ["blocked"] = new() { Blocked = 1 },
        ["htmlError"] = new() { HtmlError = 1 },
        ["dropBefore"] = new() { DropBefore = 1 },
        ["expireToken"] = new() { ExpireToken = 1 },
    };

    [Theory]
    [InlineData("http500", "ServiceUnavailable", 500, 0)]
    [InlineData("http503", "ServiceUnavailable", 503, 50300)]
    [InlineData("http429", "RateLimited", 429, 50100)]
    [InlineData("blocked", "RateLimited", 429, 50200)]
    [InlineData("htmlError", "ServiceUnavailable", 502, null)]
    [InlineData("dropBefore", "ConnectionBroken", null, null)]
    [InlineData("expireToken", "AuthenticationFailed", 401, 0)]
    public async Task A_fault_that_stays_is_told(string fault, string id, int? status, int? code)
    {
        using var service = await Service.StartPreparedAsync();
        service.Sandbox.SetFaults(Faults[fault]);

        var error = await Assert.ThrowsAsync<McException>(
            () => service.Definitions.GetAsync(MessageChannel.Email, "running", default));

        Assert.Equal((id, status, code), (error.ErrorId, error.HttpStatus, error.ErrorCode));
    }

    [Theory]
    [InlineData("http500")]
    [InlineData("http503")]
    [InlineData("http429")]
    [InlineData("htmlError")]
    [InlineData("dropBefore")]
    [InlineData("expireToken")]
    public async Task A_fault_that_passes_is_not_noticed(string fault)
    {
        using var service = await Service.StartPreparedAsync();
        service.MeetOneFault(Faults[fault]);

        var definition = await service.Definitions.GetAsync(MessageChannel.Email, "running", default);

        Assert.Equal("Running", definition.Name);
        Assert.Equal(1, service.Sandbox.Counters.FaultsInjected);
    }

    [Fact]
    public async Task A_definition_that_was_deleted_without_an_response_counts_as_deleted()
    {
        using var service = await Service.StartPreparedAsync();
        service.MeetOneFault(new SandboxFaults { DropAfter = 1 });

        await service.Definitions.DeleteAsync(MessageChannel.Email, "running", default);

        Assert.Equal(1, service.Sandbox.Counters.FaultsInjected);
        await Assert.ThrowsAsync<McException>(
            () => service.Definitions.GetAsync(MessageChannel.Email, "running", default));
    }

    [Fact]
    public async Task A_definition_that_was_made_without_an_response_is_not_made_twice()
    {
        using var service = await Service.StartPreparedAsync();
        service.Sandbox.SetFaults(new SandboxFaults { DropAfter = 1 });

        var error = await Assert.ThrowsAsync<McException>(() => service.Definitions.CreateAsync(
            MessageChannel.Email, "new", Make.Definition(MessageChannel.Email, "New"), default));

        Assert.Equal("OutcomeUnknown", error.ErrorId);
        Assert.Equal(1, service.Sandbox.Counters.FaultsInjected);
    }
}
