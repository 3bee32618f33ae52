using McMessaging.Batches;
using McMessaging.Sending;

namespace McMessaging.Client.Tests.Sending;

public sealed class RunErrorsTests
{
    [Fact]
    public void A_kind_counts_all_and_keeps_the_first_thousand_and_twenty_codes()
    {
        var kind = new RunError(SendOutcome.Rejected, null);

        for (var i = 0; i < 1001; i++)
        {
            kind.Add(new RecipientResult { Index = i, ErrorCode = i % 21 });
        }

        Assert.Equal(1001, kind.Count);
        Assert.Equal(Enumerable.Range(0, 1000), kind.Results.Select(result => (int)result.Index));
        Assert.Equal(Enumerable.Range(0, 20), kind.Codes.Keys.Select(code => code.Code!.Value).Order());
        Assert.Equal(48, kind.Codes[(0, null)]);
    }

    [Fact]
    public void What_was_accepted_or_declined_is_no_error_and_the_worst_comes_first()
    {
        var errors = new RunErrors();

        errors.Add(new BatchResult(
        [
            Result(SendOutcome.Cancelled), Result(SendOutcome.Rejected), Result(SendOutcome.Accepted),
            Result(SendOutcome.Failed), Result(SendOutcome.Unknown), Result(SendOutcome.AlreadyAccepted),
            Result(SendOutcome.Cancelled, ResultFactory.DeclinedName), Result(SendOutcome.Rejected),
        ]));

        Assert.Equal(
            [(SendOutcome.Unknown, 1), (SendOutcome.Failed, 1), (SendOutcome.Rejected, 2), (SendOutcome.Cancelled, 1)],
            errors.Kinds().Select(kind => (kind.Outcome, (int)kind.Count)));
    }

    private static RecipientResult Result(SendOutcome outcome, string? name = null) =>
        new() { Outcome = outcome, ErrorName = name };
}
