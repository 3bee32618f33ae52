using System.Collections;
using System.Reflection;

namespace McMessaging.Mutation;

/// <summary>
/// Stryker puts all faults into one assembly, together with a class of its own, which turns one of them on.
/// </summary>
internal sealed class FaultSwitch
{
    public const int None = -1;

    /// <summary>The class's name in the assembly.</summary>
    public const string TypeName = "MutantControl";

    private const BindingFlags Anything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    private readonly FieldInfo _active;
    private readonly FieldInfo _isCovering;
    private readonly MethodInfo _takeCoverage;

    public FaultSwitch(Assembly engine)
    {
        var control = engine.GetTypes().Single(type => type.Name == TypeName);
        _active = FieldOf(control, "ActiveMutant");
        _isCovering = FieldOf(control, "CaptureCoverage");
        _takeCoverage = control.GetMethod("GetCoverageData", Anything)
            ?? throw new InvalidOperationException("This Stryker's coverage can't be read.");
    }

    public void TurnOn(int fault) => _active.SetValue(null, fault);

    public void TurnOff() => TurnOn(None);

    public void StartCoverage()
    {
        _isCovering.SetValue(null, true);
        TakeCoverage();
    }

    /// <summary>
    /// The faults in code that ran since it was last asked for, and those of them in static initializers.
    /// </summary>
    public (int[] All, int[] Static) TakeCoverage()
    {
        var lists = (IList)_takeCoverage.Invoke(null, null)!;
        return (Distinct(lists[0]), Distinct(lists[1]));
    }

    private static FieldInfo FieldOf(Type control, string name) => control.GetField(name, Anything)
        ?? throw new InvalidOperationException($"This Stryker has no {name}.");

    private static int[] Distinct(object? numbers) => [.. ((IEnumerable)numbers!).Cast<int>().Distinct()];
}
