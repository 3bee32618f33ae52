using McMessaging.Cli.Output;

namespace McMessaging.Cli.Tests.Output;

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
        ResultTally tally = Tally((SendOutcome.Accepted, 202), (SendOutcome.AlreadyAccepted, 202));

        Assert.Equal(0, ExitCodes.Of(tally, 2));
    }

    [Theory]
    [InlineData(SendOutcome.Rejected, 202)]
    [InlineData(SendOutcome.Rejected, null)]
    [InlineData(SendOutcome.Failed, 403)]
    [InlineData(SendOutcome.Unknown, null)]
    [InlineData(SendOutcome.Cancelled, null)]
    public void One_that_was_not_accepted_is_1(SendOutcome outcome, int? status)
    {
        Assert.Equal(1, ExitCodes.Of(Tally((SendOutcome.Accepted, 202), (outcome, status)), 2));
        Assert.Equal(1, ExitCodes.Of(Tally((outcome, status)), 1));
    }

    [Fact]
    public void A_recipient_without_a_result_is_1()
    {
        Assert.Equal(1, ExitCodes.Of(Tally((SendOutcome.Accepted, 202)), 2));
    }

    [Fact]
    public void Failed_without_any_answer_is_4()
    {
        Assert.Equal(4, ExitCodes.Of(Tally((SendOutcome.Failed, null), (SendOutcome.Rejected, null)), 2));
        Assert.Equal(1, ExitCodes.Of(Tally((SendOutcome.Failed, null), (SendOutcome.Accepted, 202)), 2));
    }

    [Fact]
    public void A_dry_run_is_1_when_it_would_not_send_all()
    {
        Assert.Equal(0, ExitCodes.OfDryRun(new ResultTally()));
        Assert.Equal(1, ExitCodes.OfDryRun(Tally((SendOutcome.Rejected, null))));
    }

    private static ResultTally Tally(params (SendOutcome Outcome, int? Status)[] results)
    {
        var tally = new ResultTally();
        foreach ((SendOutcome outcome, int? status) in results)
        {
            tally.Add(new SendResult { Outcome = outcome, HttpStatus = status });
        }

        return tally;
    }
}
