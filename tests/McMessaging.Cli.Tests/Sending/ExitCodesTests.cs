using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;

namespace McMessaging.Cli.Tests.Sending;

public sealed class ExitCodesTests
{
    [Theory]
    [InlineData(McErrorCategory.AuthenticationError, 3)]
    [InlineData(McErrorCategory.PermissionDenied, 3)]
    [InlineData(McErrorCategory.ConnectionError, 4)]
    [InlineData(McErrorCategory.OperationTimeout, 4)]
    [InlineData(McErrorCategory.ResourceUnavailable, 4)]
    [InlineData(McErrorCategory.InvalidArgument, 2)]
    [InlineData(McErrorCategory.OpenError, 2)]
    [InlineData(McErrorCategory.WriteError, 1)]
    public void An_error_that_ends_a_run_has_the_code_of_its_category(McErrorCategory category, int exitCode)
    {
        Assert.Equal(exitCode, ExitCodes.Of(new McException("Id", category, "What.", "Do.")));
    }

    [Fact]
    public void Accepted_now_or_earlier_is_0()
    {
        Assert.Equal(0, ExitCodes.Of(Report(2, (SendOutcome.Accepted, 202), (SendOutcome.AlreadyAccepted, 202))));
    }

    [Theory]
    [InlineData(SendOutcome.Rejected, 202)]
    [InlineData(SendOutcome.Rejected, null)]
    [InlineData(SendOutcome.Failed, 403)]
    [InlineData(SendOutcome.Unknown, null)]
    public void One_that_was_not_accepted_is_1(SendOutcome outcome, int? status)
    {
        Assert.Equal(1, ExitCodes.Of(Report(2, (SendOutcome.Accepted, 202), (outcome, status))));
        Assert.Equal(1, ExitCodes.Of(Report(1, (outcome, status))));
    }

    [Fact]
    public void A_recipient_without_a_result_is_1()
    {
        Assert.Equal(1, ExitCodes.Of(Report(2, (SendOutcome.Accepted, 202))));
    }

    [Fact]
    public void Put_off_before_anything_was_sent_is_4()
    {
        Assert.Equal(4, ExitCodes.Of(Report(2, (SendOutcome.Cancelled, 429), (SendOutcome.Cancelled, null))));
        Assert.Equal(1, ExitCodes.Of(Report(2, (SendOutcome.Accepted, 202), (SendOutcome.Cancelled, null))));
    }

    [Fact]
    public void Failed_without_any_response_is_4()
    {
        Assert.Equal(4, ExitCodes.Of(Report(2, (SendOutcome.Failed, null), (SendOutcome.Rejected, null))));
        Assert.Equal(1, ExitCodes.Of(Report(2, (SendOutcome.Failed, null), (SendOutcome.Accepted, 202))));
        Assert.Equal(1, ExitCodes.Of(Report(2, (SendOutcome.Failed, null), (SendOutcome.Unknown, null))));
    }

    [Fact]
    public void An_error_that_ended_a_run_is_2_only_when_nothing_was_sent()
    {
        var failure = new McException("Id", McErrorCategory.ObjectNotFound, "What.", "Do.");

        Assert.Equal(2, ExitCodes.Of(Report(2, (SendOutcome.Failed, 400)) with { Failure = failure }));
        Assert.Equal(1, ExitCodes.Of(Report(2, (SendOutcome.Accepted, 202)) with { Failure = failure }));
        Assert.Equal(2, ExitCodes.OfDryRun(Report(2) with { Failure = failure }));
    }

    [Fact]
    public void An_interrupt_is_130()
    {
        Assert.Equal(130, ExitCodes.Of(Report(2, (SendOutcome.Accepted, 202)) with { IsInterrupted = true }));
        Assert.Equal(130, ExitCodes.OfDryRun(Report(2) with { IsInterrupted = true }));
    }

    [Fact]
    public void A_dry_run_is_1_when_it_would_not_send_all()
    {
        Assert.Equal(0, ExitCodes.OfDryRun(Report(1)));
        Assert.Equal(1, ExitCodes.OfDryRun(Report(1, (SendOutcome.Rejected, null))));
    }

    private static RunResult Report(long count, params (SendOutcome Outcome, int? Status)[] results)
    {
        var tally = new ResultCounters();
        foreach ((var outcome, var status) in results)
        {
            tally.Add(new RecipientResult { Outcome = outcome, HttpStatus = status });
        }

        return new RunResult { Count = count, Results = tally, Previews = new PreviewCounters() };
    }
}
