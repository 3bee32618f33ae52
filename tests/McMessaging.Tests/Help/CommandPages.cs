using McMessaging.Docs;
using McMessaging.Tests.Metadata;

namespace McMessaging.Tests.Help;

/// <summary>The pages of the cmdlets, read once.</summary>
internal static class CommandPages
{
    private static readonly Dictionary<string, CommandPage> ByName = HelpFiles
        .CommandPages(Repository.PathOf("docs", "en-US"))
        .ToDictionary(page => Path.GetFileNameWithoutExtension(page), CommandPageReader.Read);

    public static IEnumerable<string> Names => ByName.Keys;

    public static CommandPage Of(CmdletClass cmdlet) => ByName[cmdlet.Name];
}
