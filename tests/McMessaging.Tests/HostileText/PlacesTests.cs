using System.Text.RegularExpressions;

namespace McMessaging.Tests.HostileText;

/// <summary>Text from outside reaches a person through few places, and these make one line of it.</summary>
public sealed partial class PlacesTests
{
    [Fact]
    public void Cmdlets_ask_warn_and_tell_through_one_file() => Assert.Empty(
        CallsIn("McMessaging", PowerShellCall(), except: "OneLineOutput.cs"));

    [Fact]
    public void Cmdlets_make_errors_in_one_file() => Assert.Empty(
        CallsIn("McMessaging", NewErrorRecord(), except: "ErrorRecords.cs"));

    [Fact]
    public void Completions_are_made_in_one_file_beside_that_of_the_faults() => Assert.Empty(
        CallsIn("McMessaging", NewCompletion(), except: "Completions.cs")
            .Where(call => !call.StartsWith("FaultCompleter.cs", StringComparison.Ordinal)));

    [Fact]
    public void The_lines_of_mcmsg_are_written_in_one_file() => Assert.Empty(
        CallsIn("McMessaging.Cli", ConsoleCall(), except: "CliConsole.cs")
            .Where(call => !call.StartsWith("StandardStreams.cs", StringComparison.Ordinal)));

    [Fact]
    public void The_patterns_find_what_they_look_for()
    {
        Assert.NotEmpty(CallsIn("McMessaging", PowerShellCall(), except: ""));
        Assert.NotEmpty(CallsIn("McMessaging", NewErrorRecord(), except: ""));
        Assert.NotEmpty(CallsIn("McMessaging", NewCompletion(), except: ""));
        Assert.NotEmpty(CallsIn("McMessaging.Cli", ConsoleCall(), except: ""));
    }

    private static IEnumerable<string> CallsIn(string project, Regex call, string except) =>
        from path in Repository.SourceFiles("src", project)
        where Path.GetFileName(path) != except
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
