namespace McMessaging;

/// <summary>Where a run writes what is to replace an earlier file, until it is complete.</summary>
public static class UnfinishedFile
{
    /// <summary>The path beside that of the file.</summary>
    public static string Of(string path) => path + ".partial";
}
