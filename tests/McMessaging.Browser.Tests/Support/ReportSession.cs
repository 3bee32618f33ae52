using Microsoft.Playwright;

namespace McMessaging.Browser.Tests.Support;

/// <summary>A report in a file, opened by a browser as its reader opens it.</summary>
internal sealed class ReportSession : IAsyncDisposable
{
    public const string Hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'><svg onload=alert(3)>";

    private static readonly DateTimeOffset Start = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);
    private readonly IBrowserContext _context;
    private readonly DirectoryInfo _folder;

    private ReportSession(IBrowserContext context, IPage page, DirectoryInfo folder)
    {
        _context = context;
        _folder = folder;
        Page = page;
        page.Console += (_, message) => Noise.Add(message.Text);
        page.PageError += (_, error) => Noise.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Noise.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>What the page wrote to its console, its errors, and the dialogs of its scripts.</summary>
    public List<string> Noise { get; } = [];

    public ILocator Rows => Page.Locator("#rows tbody tr:not([hidden])");

    public ILocator Found => Page.Locator("#found");

    public static async Task<ReportSession> OpenAsync(
        IBrowser browser, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool runScripts = true)
    {
        var folder = Directory.CreateTempSubdirectory("mc-report-");
        var path = Path.Combine(folder.FullName, "report.html");
        using (var file = SendReportFile.Create(path, overwrite: false))
        {
            file.Save(Report());
        }

        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            JavaScriptEnabled = runScripts,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var session = new ReportSession(context, await context.NewPageAsync(), folder);
        await session.Page.GotoAsync(new Uri(path).AbsoluteUri);
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A run of 300 recipients with 12 that were not accepted, one of them hostile, and one retry.</summary>
    private static SendReport Report()
    {
        var report = new SendReport(new SendReportOptions());
        for (var i = 1; i <= 300; i++)
        {
            var isFine = i % 25 != 0;
            report.Add(new SavedResult(isFine ? SendOutcome.Accepted : SendOutcome.Rejected)
            {
                Index = i,
                Channel = "Email",
                DefinitionKey = i == 300 ? Hostile : "welcome",
                ContactKey = i == 300 ? Hostile : i == 275 ? "=HYPERLINK(\"http://x\")" : $"C-{i}",
                MessageKey = $"m{i}",
                ErrorCode = isFine ? 0 : i == 50 ? 109106 : 109121,
                ErrorName = i == 300 ? Hostile : null,
                Message = i == 300 ? Hostile : isFine ? null : "The address is not valid.",
                RequestId = $"r{i / 50}",
                Attempts = i < 50 ? 2 : 1,
                SentAt = Start.AddMinutes(i / 50),
            });
        }

        return report;
    }
}
