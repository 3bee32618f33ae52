using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Makes an HTML page of the results of a send.</summary>
[Cmdlet(VerbsData.Export, "McSendReport", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class ExportMcSendReportCommand : McCommandBase
{
    private readonly ResultReader _reader = new();
    private SendReport? _report;
    private SendReportFile? _file;

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The HTML file to write.")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The results.</summary>
    [Parameter(
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "The output of Send-McEmail, Send-McSms or Invoke-McTriggeredSend, live or saved.")]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Shows addresses.</summary>
    [Parameter(HelpMessage = "Shows addresses, and contact keys that look like one in full. "
        + "Without it there is no address in the file.")]
    public SwitchParameter IncludeAddress { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(HelpMessage = "Replaces the file if it exists. Without it an existing file is refused.")]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    // The file is opened before the cmdlets ahead of this one begin with their input: nothing is sent whose report
    // cannot be written.
    protected override void BeginProcessing() => Guard(() =>
    {
        var file = this.ToFilePath(Path);
        if (this.Confirms(file, "Export report"))
        {
            _file = SendReportFile.Create(file, Force);
            _report = new SendReport(new SendReportOptions { IncludeAddress = IncludeAddress });
        }
    });

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in InputObject)
        {
            try
            {
                var result = _reader.Read(input);
                _report?.Add(result);
            }
            catch (McException exception)
            {
                WriteError(exception.ToErrorRecord(input));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Guard(() => Save(isWhole: true));

    /// <inheritdoc/>
    // Under -ErrorAction Stop the error of a send ends the pipeline when all results have come, and EndProcessing is
    // not called.
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            using var file = _file;
            if (_report?.Total > 0)
            {
                Save(isWhole: false);
            }
        }

        base.Dispose(disposing);
    }

    private void Save(bool isWhole)
    {
        var report = _report;
        _report = null;
        if (report is not null)
        {
            _file!.Save(report, isWhole);
        }
    }
}
