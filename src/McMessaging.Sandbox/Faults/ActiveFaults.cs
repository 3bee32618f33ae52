namespace McMessaging.Sandboxing.Faults;

/// <summary>The faults in force, and for how many requests their rules still hold. Its user locks.</summary>
internal sealed class ActiveFaults
{
    private readonly List<ActiveRule> _rules;

    public ActiveFaults(SandboxFaults faults)
    {
        Faults = faults;
        _rules = [.. faults.Rules.Select(rule => new ActiveRule(rule))];
    }

    public SandboxFaults Faults { get; }

    public bool DependsOnDefinition => _rules.Exists(active => active.Rule.DefinitionKey is not null);

    /// <summary>The faults with the rules that still hold.</summary>
    public SandboxFaults Current() => _rules.Count == 0
        ? Faults
        : Faults with { Rules = [.. _rules.Where(active => active.Holds).Select(active => active.Current())] };

    /// <summary>The highest of the rates that apply.</summary>
    public double RateOf(FaultSetting setting, FaultTarget target)
    {
        var rate = setting.Get(Faults);
        foreach (var active in _rules)
        {
            if (active.Holds && active.Setting == setting && active.Matches(target))
            {
                rate = Math.Max(rate, active.Rule.Rate);
            }
        }

        return rate;
    }

    public void CountRequest(FaultTarget target, bool isToken)
    {
        foreach (var active in _rules)
        {
            if (active.Setting.IsOfTokens == isToken && active.Matches(target))
            {
                active.CountRequest();
            }
        }
    }

    private sealed class ActiveRule(SandboxFaultRule rule)
    {
        private int? _left = rule.Requests;

        public SandboxFaultRule Rule => rule;

        public FaultSetting Setting { get; } = FaultSettings.Find(rule.Fault);

        public bool Holds => _left is null or > 0;

        public SandboxFaultRule Current() => rule with { Requests = _left };

        public bool Matches(FaultTarget target) =>
            (rule.Channel is null || rule.Channel.Equals(target.Channel, StringComparison.OrdinalIgnoreCase))
            && (rule.DefinitionKey is null || rule.DefinitionKey == target.DefinitionKey)
            && target.Suits(Setting.Kind);

        public void CountRequest()
        {
            if (_left > 0)
            {
                _left--;
            }
        }
    }
}
