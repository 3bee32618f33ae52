namespace McMessaging.Mutation;

/// <summary>A test; a theory's name has its arguments in it.</summary>
internal readonly record struct TestName(string Class, string Name);

/// <summary>A test to be run, and what it takes without a fault.</summary>
internal sealed record PlannedTest(TestName Test, TestCost Usual);

/// <summary>
/// What a test took: the processor's time, which is the same on a busy computer, and the time that its process stood
/// idle, which is what it waited for on purpose.
/// </summary>
internal readonly record struct TestCost(double ProcessorSeconds, double IdleSeconds);

/// <summary>What a test took, and which faults it came across.</summary>
/// <param name="Test">The test.</param>
/// <param name="Cost">What it took.</param>
/// <param name="Faults">Faults in code that ran during the test.</param>
/// <param name="StaticFaults">Those of them in static initializers, which run once in a process.</param>
/// <param name="IsPassed">A test that fails without a fault is of no use.</param>
internal sealed record TestCoverage(TestName Test, TestCost Cost, int[] Faults, int[] StaticFaults, bool IsPassed);
