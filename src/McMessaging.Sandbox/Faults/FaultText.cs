using System.Globalization;

namespace McMessaging.Sandboxing.Faults;

/// <summary>Faults as users write them: http500=0.1, http500@sms/code=1x3.</summary>
internal static class FaultText
{
    private const string EveryChannel = "*";

    public static IReadOnlyList<string> Channels { get; } = ["email", "sms", "triggered"];

    /// <summary>Divides NAME=VALUE. A definition key may hold an equals sign, a value does not.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Split(IEnumerable<string> faults)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var fault in faults)
        {
            var end = fault.LastIndexOf('=');
            if (end < 1)
            {
                throw new ArgumentException($"A fault is NAME=VALUE, such as http500=0.1, not '{fault}'.");
            }

            var name = fault[..end].Trim();
            if (!names.Add(name))
            {
                throw new ArgumentException($"The fault '{name}' is given twice.");
            }

            yield return new(name, fault[(end + 1)..].Trim());
        }
    }

    public static SandboxFaults Apply(SandboxFaults faults, KeyValuePair<string, string> fault)
    {
        (var name, var scope) = CutAt(fault.Key, '@');
        var setting = FaultSettings.Find(name);
        (var value, var requests) = setting.IsRate ? CutAt(fault.Value, 'x') : (fault.Value, null);
        if (scope is null && requests is null)
        {
            return setting.Set(faults, setting.ParseValue(value));
        }

        (var channel, var definition) = CutAt(scope ?? EveryChannel, '/');
        var rule = new SandboxFaultRule
        {
            Fault = setting.Name,
            Rate = setting.ParseValue(value),
            Channel = channel == EveryChannel ? null : channel.ToLowerInvariant(),
            DefinitionKey = definition,
            Requests = requests is null ? null : ParseRequests(setting, requests),
        };
        rule.Validate();
        return faults with { Rules = [.. faults.Rules, rule] };
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Write(SandboxFaults faults)
    {
        var none = new SandboxFaults();
        var set = FaultSettings.All
            .Where(setting => setting.Get(faults) != setting.Get(none))
            .Select(setting => KeyValuePair.Create(setting.Name, Number(setting.Get(faults))));
        return [.. set, .. faults.Rules.Select(Write)];
    }

    private static KeyValuePair<string, string> Write(SandboxFaultRule rule)
    {
        var definition = rule.DefinitionKey is null ? "" : $"/{rule.DefinitionKey}";
        var scope = (rule.Channel ?? rule.DefinitionKey) is null ? "" : $"@{rule.Channel ?? EveryChannel}{definition}";
        var requests = rule.Requests is { } count ? $"x{Number(count)}" : "";
        return new(rule.Fault + scope, Number(rule.Rate) + requests);
    }

    private static int ParseRequests(FaultSetting setting, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var requests)
            ? requests
            : throw new ArgumentException(
                $"The fault '{setting.Name}' is limited to a number of requests, such as 0.5x10, not 'x{text}'.");

    private static (string Head, string? Tail) CutAt(string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
