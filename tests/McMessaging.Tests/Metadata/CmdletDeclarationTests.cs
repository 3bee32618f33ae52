using System.Management.Automation;
using System.Security;
using System.Text.RegularExpressions;

namespace McMessaging.Tests.Metadata;

public sealed class CmdletDeclarationTests
{
    private static readonly string[] ChangingVerbs =
        ["Send", "Invoke", "Remove", "Set", "Clear", "Start", "Stop", "Disconnect"];

    public static TheoryData<CmdletClass> Cmdlets => [.. CmdletClass.All];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_output_type_is_concrete(CmdletClass cmdlet)
    {
        Assert.NotEmpty(cmdlet.OutputTypes);
        Assert.All(cmdlet.OutputTypes, type =>
        {
            Assert.False(type == typeof(object) || type == typeof(PSObject), "The output type says nothing.");
            Assert.False(type.IsAbstract || type.IsInterface, $"{type} has no instances.");
        });
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void What_changes_something_supports_WhatIf(CmdletClass cmdlet) =>
        Assert.True(cmdlet.SupportsShouldProcess || !Changes(cmdlet), $"{cmdlet} has no -WhatIf.");

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_parameter_set_takes_one_parameter_from_the_pipeline_by_value_at_most(CmdletClass cmdlet) =>
        Assert.All(
            cmdlet.ParameterSets,
            set => Assert.InRange(cmdlet.Parameters.Count(p => p.IsPipelineByValue && p.IsIn(set)), 0, 1));

    [Theory]
    [InlineData("Send-McEmail")]
    [InlineData("Send-McSms")]
    [InlineData("Invoke-McTriggeredSend")]
    [InlineData("Measure-McSendResult")]
    public void Cmdlets_for_the_pipeline_take_exactly_one_parameter_by_value_in_every_set(string name)
    {
        var cmdlet = CmdletClass.All.Single(c => c.Name == name);

        // One message without an object has sets of its own; what stands in no set is in all of them.
        var named = cmdlet.ParameterSets.Where(set => set != "__AllParameterSets").DefaultIfEmpty("__AllParameterSets");
        var sets = named.Where(set => !set.StartsWith("Message", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(sets);
        Assert.All(
            sets,
            set => Assert.Single(cmdlet.Parameters, p => p.IsPipelineByValue && p.IsIn(set)));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_parameter_has_a_help_message(CmdletClass cmdlet) =>
        Assert.All(
            cmdlet.Parameters,
            p => Assert.False(string.IsNullOrWhiteSpace(p.HelpMessage), $"{p.Name} has none."));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_secret_is_no_plain_string(CmdletClass cmdlet)
    {
        var secrets = cmdlet.Parameters.Where(p => Regex.IsMatch(p.Name, "Secret$|Password$|Token$|Credential$"));

        Assert.All(
            secrets,
            p => Assert.Contains(p.Property.PropertyType, new[] { typeof(SecureString), typeof(PSCredential) }));
    }

    private static bool Changes(CmdletClass cmdlet) =>
        ChangingVerbs.Contains(cmdlet.Verb) || cmdlet is { Verb: "New", Noun: "McSendDefinition" };
}
