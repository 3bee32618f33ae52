namespace McMessaging;

/// <summary>Where a path leads to. What .NET tells of a symbolic link is about the link, its length too.</summary>
public static class LinkEnd
{
    /// <summary>The file behind all links; the path's own where there is none, or nothing at all.</summary>
    public static FileInfo Of(string path)
    {
        // .NET looks for the relative target of a link with a relative path in the root.
        var full = Path.GetFullPath(path);
        return new(Path.Exists(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target
            ? target.FullName
            : full);
    }
}
