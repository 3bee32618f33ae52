namespace McMessaging.Sandboxing.Tests.Faults;

public class SandboxFaultsTests
{
    [Fact]
    public void Every_fault_has_a_name_in_any_case()
    {
        var faults = Parse(
            ("http500", "0.01"), ("HTTP503", "0.02"), ("Http429", "0.03"), ("retryafter", "4"), ("blocked", "0.05"),
            ("htmlError", "0.06"), ("DropBefore", "0.07"), ("dropafter", "0.08"), ("slow", "0.09"),
            ("LATENCYMS", "10"), ("rejectRecipient", "0.11"), ("expireToken", "1"));

        Assert.Equal(
            new SandboxFaults
            {
                Http500 = 0.01,
                Http503 = 0.02,
                Http429 = 0.03,
                RetryAfter = 4,
                Blocked = 0.05,
                HtmlError = 0.06,
                DropBefore = 0.07,
                DropAfter = 0.08,
                Slow = 0.09,
                LatencyMs = 10,
                RejectRecipient = 0.11,
                ExpireToken = 1,
            },
            faults);
    }

    [Fact]
    public void Without_names_there_are_no_faults() => Assert.Equal(new SandboxFaults(), Parse());

    [Fact]
    public void An_unknown_name_is_an_error_which_lists_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Parse(("http404", "1")));

        Assert.Contains("'http404'", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "http500, http503, http429, retryAfter, blocked, htmlError, dropBefore, dropAfter, slow, latencyMs, "
            + "rejectRecipient, expireToken",
            error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http500", "1.01")]
    [InlineData("http500", "-0.1")]
    [InlineData("http500", "often")]
    [InlineData("http500", "NaN")]
    [InlineData("http500", "0,5")]
    [InlineData("http500", "")]
    [InlineData("latencyMs", "1.5")]
    [InlineData("latencyMs", "-1")]
    [InlineData("retryAfter", "3601")]
    public void A_value_out_of_range_is_an_error_which_names_the_fault(string name, string value)
    {
        var error = Assert.Throws<ArgumentException>(() => Parse((name, value)));

        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("The faults are http500", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SetFaults_takes_no_value_out_of_range()
    {
        using var sandbox = Sandbox.Start(new SandboxOptions());

        Assert.Throws<ArgumentException>(() => sandbox.SetFaults(new SandboxFaults { Slow = double.NaN }));
        Assert.Throws<ArgumentException>(() => sandbox.SetFaults(new SandboxFaults { LatencyMs = -1 }));

        Assert.Equal(new SandboxFaults(), sandbox.Faults);
    }

    private static SandboxFaults Parse(params (string Name, string Value)[] faults) =>
        SandboxFaults.Parse(faults.Select(fault => KeyValuePair.Create(fault.Name, fault.Value)));
}
