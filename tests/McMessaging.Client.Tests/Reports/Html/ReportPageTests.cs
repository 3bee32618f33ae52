using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Reports.Html;

public sealed class ReportPageTests
{
    [Theory]
    [InlineData("style")]
    [InlineData("script")]
    public void Its_style_and_script_are_those_that_its_policy_allows(string part)
    {
        var page = Pages.Of();

        var text = Regex.Match(page, $"<{part}>(.*?)</{part}>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

        Assert.Contains($"{part}-src 'sha256-{hash}'", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.InRange(text.Split('\n').Length, 10, 10_000);
        Assert.DoesNotContain('\r', text);
    }
}
