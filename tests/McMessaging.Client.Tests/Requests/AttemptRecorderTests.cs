using McMessaging.Client.Tests.Support;
using McMessaging.Requests;

namespace McMessaging.Client.Tests.Requests;

public sealed class AttemptRecorderTests
{
    [Fact]
    public void It_notes_when_the_first_attempt_began_and_when_the_last()
    {
        var time = new VirtualTime();
        DateTimeOffset? begun = time.GetUtcNow();
        var recorder = new AttemptRecorder<GetResponse>(GetResponse.Request, time, _ => { });

        recorder.Begin();
        time.Advance(TimeSpan.FromHours(7));
        recorder.Begin();

        var result = recorder.Result;
        Assert.Equal((2, begun, begun?.AddHours(7)), (result.Attempts, result.FirstSentAt, result.SentAt));
    }
}
