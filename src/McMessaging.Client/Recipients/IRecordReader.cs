namespace McMessaging;

/// <summary>
/// How a host's input objects are read. PowerShell objects, CSV rows and JSON objects each have one. An operation reads
/// an object on its caller's thread, before the call that brought it first waits.
/// </summary>
public interface IRecordReader
{
    /// <summary>Adds the members of an object to a record that is empty.</summary>
    /// <returns><c>false</c> if the object has no members (a text, a number, <c>null</c>, a list).</returns>
    bool TryRead(object? input, InputRecord record);

    /// <summary>The value inside a host's wrapper; the value itself if it is not wrapped.</summary>
    object? Unwrap(object? value);
}
