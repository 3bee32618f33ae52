using Xunit;
using Xunit.Abstractions;

namespace McMessaging.Mutation;

/// <summary>What xunit tells about a run, message by message.</summary>
/// <param name="handle">Returns false to stop the run.</param>
internal sealed class TestMessages(Func<IMessageSinkMessage, bool> handle)
    : LongLivedMarshalByRefObject, IMessageSink
{
    private readonly Lock _gate = new();

    public bool OnMessage(IMessageSinkMessage message)
    {
        lock (_gate)
        {
            return handle(message);
        }
    }
}

/// <summary>One test after the other: a fault is turned on for the whole process.</summary>
internal sealed class TestRunOptions : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
{
    private readonly Dictionary<string, object?> _values = new()
    {
        ["xunit.execution.DisableParallelization"] = true,
        ["xunit.execution.MaxParallelThreads"] = 1,
        ["xunit.execution.SynchronousMessageReporting"] = true,
    };

    public TValue? GetValue<TValue>(string name) =>
        _values.TryGetValue(name, out var value) ? (TValue?)value : default;

    public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
}
