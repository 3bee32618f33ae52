using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Counting;

public class ChangeSignalTests
{
    [Fact]
    public async Task Who_has_seen_the_newest_version_waits_for_the_next()
    {
        var changes = new ChangeSignal();
        var waiting = changes.WaitAsync(changes.Version, CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        changes.Raise();

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Who_has_missed_a_change_does_not_wait()
    {
        var changes = new ChangeSignal();
        var seen = changes.Version;
        changes.Raise();

        Assert.True(changes.WaitAsync(seen, CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_message_a_fault_a_moved_clock_and_a_reset_are_changes()
    {
        using var host = await SandboxHost.StartAsync();
        var changes = host.Sandbox.Services.Changes;

        Assert.True(await ChangesAsync(() => host.SendEmailsAsync(Bodies.Email("k1"))));
        Assert.True(await ChangesAsync(() => Run(() => host.Sandbox.SetFaults(new SandboxFaults()))));
        Assert.True(await ChangesAsync(() => Run(() => host.Sandbox.MoveClock(TimeSpan.FromHours(1)))));
        Assert.True(await ChangesAsync(() => Run(host.Sandbox.Reset)));
        Assert.False(await ChangesAsync(() => host.GetInboxAsync()));

        async Task<bool> ChangesAsync(Func<Task> act)
        {
            var before = changes.Version;
            await act();
            return changes.Version != before;
        }

        static Task Run(Action act)
        {
            act();
            return Task.CompletedTask;
        }
    }
}
