using McMessaging.Commands;

namespace McMessaging.Tests.Pipeline;

public sealed class PipelinePumpTests : IDisposable
{
    private readonly PipelinePump _pump = new(() => false);

    public void Dispose() => _pump.Dispose();

    [Fact]
    public void Work_of_another_thread_runs_on_the_pipeline_thread()
    {
        var thread = 0;

        _pump.Run(Task.Run(async () => await _pump.InvokeAsync(() => thread = Environment.CurrentManagedThreadId)));

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public void Work_runs_in_the_order_it_came_in()
    {
        var order = new List<int>();

        _pump.Run(Task.Run(async () =>
        {
            _pump.Post(() => order.Add(1));
            await _pump.InvokeAsync(() => order.Add(2));
            _pump.Post(() => order.Add(3));
        }));

        Assert.Equal([1, 2, 3], order);
    }

    [Fact]
    public async Task Who_asked_for_work_waits_until_it_is_done()
    {
        var written = _pump.InvokeAsync(() => { }).AsTask();
        Assert.False(written.IsCompleted);

        _pump.Drain();

        await written;
    }

    [Fact]
    public async Task Who_waited_does_not_go_on_inside_the_pipeline_thread() =>
        Assert.False(await GoesOnInsideAsync(_pump.Drain));

    [Fact]
    public async Task A_question_gets_what_it_returns()
    {
        var asking = Task.Run(async () => await _pump.InvokeAsync(() => 42));

        _pump.Run(asking);

        Assert.Equal(42, await asking);
    }

    [Fact]
    public void What_work_throws_ends_the_operation_and_leaves_unwrapped()
    {
        var broken = new InvalidOperationException("downstream");
        var operation = Task.Run(async () =>
        {
            await _pump.InvokeAsync(() => throw broken);
            await Task.Delay(Timeout.Infinite, _pump.Stopping);
        });

        Assert.Same(broken, Assert.Throws<InvalidOperationException>(() => _pump.Run(operation)));
        Assert.Same(broken, Assert.Throws<InvalidOperationException>(_pump.Drain));
    }

    [Fact]
    public void What_a_line_beside_the_results_throws_stops_the_operation_and_lets_its_results_be_written()
    {
        var broken = new InvalidOperationException("verbose");
        var written = 0;
        var operation = Task.Run(async () =>
        {
            _pump.Post(() => throw broken);
            await Task.Delay(Timeout.Infinite, _pump.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _pump.InvokeAsync(() => written++);
        });

        Assert.Same(broken, Assert.Throws<InvalidOperationException>(() => _pump.Run(operation)));
        Assert.Equal(1, written);
    }

    [Fact]
    public void What_fails_in_the_pipeline_is_no_interrupt_of_what_is_in_flight_and_a_stop_is()
    {
        Action failure = () => throw new InvalidOperationException();

        Assert.Throws<InvalidOperationException>(
            () => _pump.Run(Task.Run(async () => await _pump.InvokeAsync(failure))));
        Assert.True(_pump.IsClosed);
        Assert.False(_pump.Interrupted.IsCancellationRequested);

        _pump.Stop();

        Assert.True(_pump.Interrupted.IsCancellationRequested);
    }

    [Fact]
    public void A_stop_is_heard_while_what_is_in_flight_is_finished()
    {
        using var pump = new PipelinePump(() => true);
        var inFlight = Task.Delay(Timeout.Infinite, pump.Interrupted);
        pump.Close();

        Assert.ThrowsAny<OperationCanceledException>(() => pump.WaitFor(inFlight));
    }

    [Fact]
    public void What_the_operation_throws_leaves_unwrapped() =>
        Assert.Throws<FormatException>(() => _pump.Run(Task.FromException(new FormatException())));

    [Fact]
    public void A_stop_ends_the_wait_for_the_operation()
    {
        var operation = Task.Run(async () =>
        {
            _pump.Stop();
            await Task.Delay(Timeout.Infinite, _pump.Stopping);
        });

        Assert.ThrowsAny<OperationCanceledException>(() => _pump.Run(operation));
    }

    [Fact]
    public async Task After_a_stop_nothing_runs_and_nobody_waits()
    {
        var ran = 0;
        Action run = () => ran++;
        var before = _pump.InvokeAsync(run).AsTask();
        var question = _pump.InvokeAsync(() => ++ran).AsTask();

        _pump.Stop();

        await before;
        await _pump.InvokeAsync(run);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => question);
        Assert.ThrowsAny<OperationCanceledException>(_pump.Drain);
        Assert.Equal(0, ran);
    }

    [Fact]
    public async Task Who_waited_does_not_go_on_inside_the_thread_that_stops() =>
        Assert.False(await GoesOnInsideAsync(_pump.Stop));

    [Fact]
    public void An_operation_that_ended_well_before_a_stop_is_still_stopped()
    {
        _pump.Stop();

        Assert.ThrowsAny<OperationCanceledException>(() => _pump.Run(Task.CompletedTask));
    }

    // On a thread of its own: one with a synchronization context, such as a test's, inlines nothing.
    private async Task<bool> GoesOnInsideAsync(Action action)
    {
        using var inside = new ThreadLocal<bool>();
        var goesOn = WaitAsync();
        var thread = new Thread(() =>
        {
            inside.Value = true;
            action();
        });
        thread.Start();
        thread.Join();
        return await goesOn;

        async Task<bool> WaitAsync()
        {
            await _pump.InvokeAsync(() => { }).ConfigureAwait(false);
            return inside.Value;
        }
    }
}
