using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>
/// The page at / and its JSON API. Everything under /inbox/api needs the key of the inbox's address: to read, in the
/// query (<c>key</c>) or in the header <c>X-Inbox-Key</c>; to change, in the header.
/// <list type="table">
/// <item><term>GET messages</term><description>The newest 50 (<c>count</c>, up to 200), or those
/// <c>before</c> or <c>after</c> a number; <c>channel</c>, <c>definition</c>, <c>outcome</c>, <c>code</c> and
/// <c>q</c> filter.</description></item>
/// <item><term>GET messages/{number}</term><description>All that is known of one message.</description></item>
/// <item><term>GET choices</term><description>The definitions and codes there are to filter by.</description></item>
/// <item><term>GET state</term><description>Counters, clock, faults in force, and which messages are kept.
/// </description></item>
/// <item><term>GET events</term><description>The state again and again as it changes, as server-sent events.
/// </description></item>
/// <item><term>GET setup</term><description>What stays the same: the faults there are, and commands that send a first
/// message.</description></item>
/// <item><term>PATCH faults</term><description>Values by name as on the command line, null to take one away:
/// <c>{"http500@sms":"0.5x10","slow":null}</c>. Those in force come back.</description></item>
/// <item><term>POST clock</term><description>Moves the clock by so many <c>seconds</c>.</description></item>
/// <item><term>POST reset</term><description>Forgets everything.</description></item>
/// </list>
/// </summary>
internal static class InboxRoutes
{
    private const string Api = "/inbox/api/";

    public static void Add(
        Router router, InboxKey key, MessagesApi messages, StateApi state, ControlsApi controls)
    {
        var guard = new InboxGuard(key);
        router.Add("GET", "/", guard.Page(InboxFiles.Page));
        router.Add("GET", "/inbox/{file}", InboxGuard.Open(InboxFiles.File));
        router.Add("GET", Api + "messages", guard.Reading(messages.List));
        router.Add("GET", Api + "messages/{number}", guard.Reading(messages.Get));
        router.Add("GET", Api + "choices", guard.Reading(messages.Choices));
        router.Add("GET", Api + "state", guard.Reading(state.Get));
        router.Add("GET", Api + "events", guard.Reading(state.Follow));
        router.Add("GET", Api + "setup", guard.Reading(state.Setup));
        router.Add("PATCH", Api + "faults", guard.Change(controls.ChangeFaults));
        router.Add("POST", Api + "clock", guard.Change(controls.MoveClock));
        router.Add("POST", Api + "reset", guard.Change(controls.Reset));
    }
}
