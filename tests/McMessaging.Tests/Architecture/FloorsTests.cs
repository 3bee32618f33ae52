namespace McMessaging.Tests.Architecture;

/// <summary>Folders are floors: each uses itself and those below it, in the order that the documents print.</summary>
public sealed class FloorsTests
{
    public static TheoryData<string> Projects =>
        ["McMessaging.Client", "McMessaging.Sandbox", "McMessaging", "McMessaging.Cli"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_of_a_project_is_in_the_list_and_no_other(string project) => Assert.Equal(
        SourceFile.AllOf(project).Select(file => file.Folder).Distinct().Order(StringComparer.Ordinal),
        Floors.Of(project).Folders.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_using_line_goes_up(string project)
    {
        var files = SourceFile.AllOf(project);
        var floors = Floors.Of(project);
        var folders = files.Where(file => file.Folder != "(root)" && !IsShared(file.Namespace, files))
            .GroupBy(file => file.Namespace).ToDictionary(group => group.Key, group => group.First().Folder);

        var upward =
            from file in files
            from name in file.Usings
            where folders.ContainsKey(name) && !floors.MayUse(file.Folder, folders[name])
            select $"{file.Name}: using {name};";

        Assert.Empty(upward);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_type_is_used_from_below(string project)
    {
        var files = SourceFile.AllOf(project);
        var floors = Floors.Of(project);
        var owners = files.SelectMany(file => file.Types.Select(type => (type, file.Folder)))
            .ToLookup(pair => pair.type, pair => pair.Folder);

        var upward =
            from file in files
            from name in file.Names
            where !file.Types.Contains(name)
            from folder in owners[name]
            where !floors.MayUse(file.Folder, folder)
            select $"{file.Name} uses {name} of {folder}";

        Assert.Empty(upward);
    }

    [Fact]
    public void What_the_Client_shows_is_in_one_namespace_and_the_rest_is_named_by_its_folder()
    {
        var misplaced =
            from file in SourceFile.AllOf("McMessaging.Client")
            let own = file.Folder == "(root)" ? "McMessaging" : $"McMessaging.{file.Folder.Replace('/', '.')}"
            where file.Namespace != (file.IsPublic ? "McMessaging" : own)
            select $"{file.Name}: namespace {file.Namespace};";

        Assert.Empty(misplaced);
    }

    private static bool IsShared(string name, SourceFile[] files) =>
        files.Where(file => file.Namespace == name).Select(file => file.Folder).Distinct().Count() > 1;
}
