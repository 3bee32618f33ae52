using System.Security.Cryptography;
using System.Text;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>
/// The key in the inbox's address, without which nobody reads the inbox: neither a page of another origin nor another
/// user of the machine. Changes need it as a header, which no form can send.
/// </summary>
internal sealed class InboxKey
{
    public const string QueryName = "key";
    public const string HeaderName = "X-Inbox-Key";

    private const int Length = 32;

    private readonly byte[] _key;

    public InboxKey()
    {
        Text = RandomText.Create(Length);
        _key = Encoding.UTF8.GetBytes(Text);
    }

    public string Text { get; }

    /// <summary>Whether the request may read the inbox.</summary>
    public bool AllowsReading(HttpRequest request) =>
        Matches(request.Headers[HeaderName]) || Matches(request.Target.Query.GetValueOrDefault(QueryName));

    /// <summary>Whether the request may change what the inbox shows.</summary>
    public bool AllowsChanges(HttpRequest request) => Matches(request.Headers[HeaderName]);

    private bool Matches(string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), _key);
}
