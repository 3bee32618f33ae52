using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Definitions;
using McMessaging.Sandboxing.Messages;
using McMessaging.Sandboxing.Status;

namespace McMessaging.Sandboxing.Tests.Status;

public sealed class NotSentLogTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private readonly CountedTime _time = new();
    private readonly MessageStore _store;
    private readonly NotSentLog _log;

    public NotSentLogTests()
    {
        _store = new MessageStore(100_000, _time, new CounterStore());
        _log = new NotSentLog(
            _store, new DeliveryTracker(new DefinitionCatalogue(new SandboxOptions(), _time), Delay, _time), 100_000);
    }

    [Fact]
    public void A_message_whose_fate_is_known_is_not_looked_at_again()
    {
        Take("sent", "notsent");
        _time.Advance(Delay);
        Assert.Single(Page());
        var asked = _time.Asked;

        Assert.Single(Page());

        Assert.Equal(asked, _time.Asked);
    }

    [Fact]
    public void A_message_that_waits_is_looked_at_until_its_fate_is_known()
    {
        Take("notsent-first");
        Assert.Empty(Page());

        _time.Advance(Delay);
        Take("notsent-second");

        Assert.Equal(["notsent-first"], Page());
        _time.Advance(Delay);
        Page();
        Assert.Equal(2, Page(all: true).Length);
    }

    [Fact]
    public void A_log_that_was_cleared_begins_with_the_first_message_again()
    {
        Take("notsent-first");
        _time.Advance(Delay);
        Page();

        _store.Clear();
        _log.Clear();
        Take("notsent-second");
        _time.Advance(Delay);

        Assert.Equal(["notsent-second"], Page());
    }

    private void Take(params string[] contacts) => _store.Take(
        new MessageSource("email", "welcome", 1, new ReceivedRequest("/messages", fault: null, RequestFrame.None)),
        [.. contacts.Select(contact => new MessageDraft(
            "key of " + contact, contact, "ada@example.com", new Dictionary<string, string>()))]);

    /// <summary>The contacts of the first page, or of all pages.</summary>
    private string[] Page(bool all = false)
    {
        var contacts = new List<string>();
        long last = 0;
        while (true)
        {
            var page = _log.Page("email", 1, last, 50);
            contacts.AddRange(page.Events.Select(notSent => notSent.Message.ContactKey));
            if (!all || page.Watermark == last)
            {
                return [.. contacts];
            }

            last = page.Watermark;
        }
    }

    /// <summary>A clock that counts how often it is looked at.</summary>
    private sealed class CountedTime : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public int Asked { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            Asked++;
            return _now;
        }

        public void Advance(TimeSpan by) => _now += by;
    }
}
