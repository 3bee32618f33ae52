namespace McMessaging.Cli.Input;

/// <summary>The records of an input, one after the other.</summary>
internal interface IRecordSource : IDisposable
{
    /// <summary>The record, for <see cref="FileRecordReader"/>; good until the next one is read.</summary>
    object Record { get; }

    /// <summary>The line where the record begins, from 1.</summary>
    long Line { get; }

    /// <summary>Goes to the next record.</summary>
    /// <exception cref="InputException">The input is broken.</exception>
    bool Read();
}
