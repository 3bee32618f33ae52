using System.Text.RegularExpressions;

namespace McMessaging.Tests.HostileText;

/// <summary>Text from outside reaches a person through few places, and these make one line of it.</summary>
public sealed partial class PlacesTests
{
    [Fact]
    public void Cmdlets_ask_warn_and_tell_through_one_file() => Assert.Empty(
        CallsIn("McMessaging", PowerShellCall(), "OneLineOutput.cs"));

    [Fact]
    public void Cmdlets_make_errors_in_one_file() => Assert.Empty(
        CallsIn("McMessaging", NewErrorRecord(), "ErrorRecords.cs"));

    [Fact]
    public void Completions_are_made_in_one_file_beside_that_of_the_faults() => Assert.Empty(
        CallsIn("McMessaging", NewCompletion(), "Completions.cs", "FaultCompleter.cs"));

    [Fact]
    public void The_lines_of_mcmsg_are_written_in_one_file() => Assert.Empty(
        CallsIn("McMessaging.Cli", ConsoleCall(), "CliConsole.cs", "StandardStreams.cs"));

    [Fact]
    public void The_patterns_find_what_they_look_for()
    {
        Assert.NotEmpty(CallsIn("McMessaging", PowerShellCall()));
        Assert.NotEmpty(CallsIn("McMessaging", NewErrorRecord()));
        Assert.NotEmpty(CallsIn("McMessaging", NewCompletion()));
        Assert.NotEmpty(CallsIn("McMessaging.Cli", ConsoleCall()));
    }

    private static IEnumerable<string> CallsIn(string project, Regex call, params string[] except) =>
        from path in Repository.SourceFiles("src", project)
        where !except.Contains(Path.GetFileName(path))
        from line in File.ReadLines(path)
        where call.IsMatch(line) && !line.Contains("public void ", StringComparison.Ordinal)
        select $"{Path.GetFileName(path)}: {line.Trim()}";

    [GeneratedRegex(@"\b(ShouldProcess|ShouldContinue|Write(Verbose|Warning|Debug|Information)|UI\.Write\w*)\(")]
    private static partial Regex PowerShellCall();

    [GeneratedRegex(@"new ErrorRecord\(|new\(error, error\.ErrorId")]
    private static partial Regex NewErrorRecord();

    [GeneratedRegex(@"new CompletionResult\(")]
    private static partial Regex NewCompletion();

    [GeneratedRegex(@"\b[Cc]onsole\.(Error|Out)\.Write|\bConsole\.Write|\b(Error|Out)\.WriteLine\(")]
    private static partial Regex ConsoleCall();
}
