using McMessaging.Recipients;

namespace McMessaging.Rejected;

/// <summary>How rejected rows are written.</summary>
internal interface IRejectedFormat
{
    /// <summary>Why an input object cannot be kept; <c>null</c> if it can. Called for each object, in order.</summary>
    string? Problem(InputRow row);

    /// <summary>The bytes of a row, with all that has to come before the first one.</summary>
    void Append(RejectedRow row, Stream output);
}
