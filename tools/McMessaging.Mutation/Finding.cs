namespace McMessaging.Mutation;

internal enum Verdict
{
    /// <summary>All tests passed.</summary>
    Survived,

    /// <summary>The nearest tests passed; the others are to be tried.</summary>
    SurvivedNearest,

    /// <summary>No test comes across the fault.</summary>
    NotCovered,

    /// <summary>A test failed that passes without the fault.</summary>
    Failed,

    /// <summary>A test did not end, or ended the process.</summary>
    Hung,

    /// <summary>A test failed or was busy for too long, but an earlier fault may have left something behind.</summary>
    Unclear,
}

/// <summary>What the tests made of a fault.</summary>
/// <param name="Verdict">Whether one noticed it.</param>
/// <param name="Test">The test that did.</param>
internal sealed record Finding(Verdict Verdict, TestName? Test);

/// <summary>What became of a fault.</summary>
internal sealed record Trial(int Fault, Finding Finding)
{
    public bool IsOver => Finding.Verdict != Verdict.SurvivedNearest;

    public bool IsNoticed => Finding.Verdict is Verdict.Failed or Verdict.Hung;
}
