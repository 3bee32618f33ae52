namespace McMessaging.Sandboxing.Tests.Faults;

public class SandboxFaultsTests
{
    [Fact]
    public void Every_fault_is_read_by_its_name_in_any_case_and_written_again()
    {
        foreach (var known in SandboxFaults.Known)
        {
            var value = known.Name is "retryAfter" ? "7" : "1";

            var faults = Parse((known.Name.ToUpperInvariant(), value));

            Assert.NotEqual(new SandboxFaults(), faults);
            Assert.Equal([KeyValuePair.Create(known.Name, value)], faults.ToPairs());
            Assert.NotEmpty(known.Description);
        }
    }

    [Fact]
    public void Every_rate_and_number_has_a_name()
    {
        var properties = typeof(SandboxFaults).GetProperties()
            .Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(int))
            .Select(property => property.Name);

        Assert.Equal(properties.Order(), SandboxFaults.Known.Select(fault => Capitalized(fault.Name)).Order());

        static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name[1..];
    }

    [Fact]
    public void Values_keep_their_fractions() => Assert.Equal(
        new SandboxFaults { Http500 = 0.01, RetryAfter = 4 }, Parse(("http500", "0.01"), ("retryAfter", "4")));

    [Theory]
    [InlineData("http500@sms=0.5", "sms", null, null)]
    [InlineData("http500@SMS=0.5", "sms", null, null)]
    [InlineData("http500@email/welcome=0.5", "email", "welcome", null)]
    [InlineData("http500@*/a=b/c=0.5", null, "a=b/c", null)]
    [InlineData("http500=0.5x3", null, null, 3)]
    [InlineData("http500@triggered/key=0.5x10", "triggered", "key", 10)]
    public void A_rate_may_be_limited(string text, string? channel, string? definition, int? requests)
    {
        var faults = SandboxFaults.Parse([text]);

        var rule = new SandboxFaultRule
        {
            Fault = "http500",
            Rate = 0.5,
            Channel = channel,
            DefinitionKey = definition,
            Requests = requests,
        };
        Assert.Equal([rule], faults.Rules);
        Assert.Equal([rule], SandboxFaults.Parse(faults.ToPairs()).Rules);
    }

    [Theory]
    [InlineData("http500")]
    [InlineData("=1")]
    [InlineData("http500@push=1")]
    [InlineData("http500=1x")]
    [InlineData("http500=1x-1")]
    [InlineData("http500@sms=2")]
    [InlineData("latencyMs@sms=2")]
    [InlineData("token500@sms=1")]
    public void What_is_no_fault_is_an_error(string text) =>
        Assert.Throws<ArgumentException>(() => SandboxFaults.Parse([text]));

    [Fact]
    public void A_fault_given_twice_is_an_error() =>
        Assert.Throws<ArgumentException>(() => SandboxFaults.Parse(["http500=1", "HTTP500=0"]));

    [Fact]
    public void Without_names_there_are_no_faults() => Assert.Equal(new SandboxFaults(), Parse());

    [Fact]
    public void An_unknown_name_is_an_error_which_lists_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Parse(("http404", "1")));

        Assert.Contains("'http404'", error.Message, StringComparison.Ordinal);
        Assert.All(
            SandboxFaults.Known, fault => Assert.Contains(fault.Name, error.Message, StringComparison.Ordinal));
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
        Assert.Contains("The faults are expireToken", error.Message, StringComparison.Ordinal);
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
