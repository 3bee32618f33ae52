using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Tells what the journals of sends hold.</summary>
[Cmdlet(VerbsCommon.Get, "McSendJournal", DefaultParameterSetName = ByPath)]
[OutputType(typeof(SendJournalInfo))]
public sealed class GetMcSendJournalCommand : McCommandBase
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    /// <summary>The journals.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = ByPath,
        HelpMessage = "The files of the journals; wildcards are allowed.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The journals, named exactly.</summary>
    [Parameter(
        Mandatory = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = ByLiteralPath,
        HelpMessage = "The files of the journals, as they are: no wildcards. Files pipe in.")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isPattern = ParameterSetName == ByPath;
        foreach (var path in isPattern ? Path : LiteralPath)
        {
            try
            {
                foreach (var file in isPattern ? this.FindFilePaths(path) : [this.ToFilePath(path)])
                {
                    Read(file);
                }
            }
            catch (McException exception)
            {
                WriteError(exception.ToErrorRecord(path));
            }
        }
    }

    private void Read(string file)
    {
        try
        {
            var info = SendJournalInfo.ReadAsync(file, Pump.Stopping);
            Pump.Run(info);
            WriteObject(info.Result);
        }
        catch (OperationCanceledException) when (Pump.Stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (McException exception)
        {
            WriteError(exception.ToErrorRecord(file));
        }
    }
}
