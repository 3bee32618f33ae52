using System.Reflection;
using System.Runtime.Loader;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace McMessaging.Mutation;

/// <summary>The engine with its faults, and the tests, loaded into this process; one test runs at a time.</summary>
internal sealed class TestProgram
{
    private readonly string _folder;
    private readonly ITestFrameworkDiscoverer _discoverer;
    private readonly ITestFrameworkExecutor _executor;
    private readonly TestRunOptions _options = new();
    private readonly Dictionary<string, ILookup<string, ITestCase>> _classes = [];

    public TestProgram(string folder)
    {
        _folder = folder;
        // Where the tests look for their files.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folder + Path.DirectorySeparatorChar);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            PathOf(name.Name!) is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        Faults = new FaultSwitch(AssemblyLoadContext.Default.LoadFromAssemblyPath(PathOf("McMessaging.Client")));
        var tests = AssemblyLoadContext.Default.LoadFromAssemblyPath(PathOf("McMessaging.Client.Tests"));
        var framework = new XunitTestFramework(new TestMessages(_ => true));
        _discoverer = framework.GetDiscoverer(Reflector.Wrap(tests));
        _executor = framework.GetExecutor(tests.GetName());
    }

    public FaultSwitch Faults { get; }

    public IReadOnlyList<TestName> Find()
    {
        var cases = Collect(sink => _discoverer.Find(includeSourceInformation: false, sink, _options));
        return [.. cases.Select(found => new TestName(ClassOf(found), found.DisplayName)).Distinct()];
    }

    /// <summary>Looks for the tests, so that no later run has to.</summary>
    public void Prepare(IEnumerable<string> classes)
    {
        foreach (var name in classes)
        {
            CasesOf(name);
        }
    }

    /// <summary>Runs the tests of one class until one fails.</summary>
    /// <returns>The name of the one that did.</returns>
    public string? FirstFailure(string testClass, IEnumerable<string> names, Action<string> starting)
    {
        var cases = CasesOf(testClass);
        // A fault may have changed what a theory is given, and so its names.
        var wanted = names.SelectMany(name => cases[name]).ToArray();
        if (wanted.Length == 0)
        {
            return null;
        }

        string? failed = null;
        using var over = new ManualResetEventSlim();
        var messages = new TestMessages(message =>
        {
            switch (message)
            {
                case ITestStarting start:
                    starting(start.TestCase.DisplayName);
                    break;
                case ITestFailed failure:
                    failed ??= failure.TestCase.DisplayName;
                    break;
                case IErrorMessage error:
                    failed ??= error.TestCases.FirstOrDefault()?.DisplayName ?? testClass;
                    break;
                case ITestAssemblyFinished:
                    over.Set();
                    break;
            }

            return failed is null;
        });
        _executor.RunTests(wanted, messages, _options);
        over.Wait();
        return failed;
    }

    private ILookup<string, ITestCase> CasesOf(string testClass)
    {
        if (!_classes.TryGetValue(testClass, out var cases))
        {
            cases = Collect(sink => _discoverer.Find(testClass, includeSourceInformation: false, sink, _options))
                .ToLookup(found => found.DisplayName);
            _classes.Add(testClass, cases);
        }

        return cases;
    }

    private static List<ITestCase> Collect(Action<IMessageSink> find)
    {
        var cases = new List<ITestCase>();
        using var over = new ManualResetEventSlim();
        find(new TestMessages(message =>
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage discovery:
                    cases.Add(discovery.TestCase);
                    break;
                case IDiscoveryCompleteMessage:
                    over.Set();
                    break;
            }

            return true;
        }));
        over.Wait();
        return cases;
    }

    private static string ClassOf(ITestCase found) => found.TestMethod.TestClass.Class.Name;

    private string PathOf(string assembly) => Path.Combine(_folder, assembly + ".dll");
}
