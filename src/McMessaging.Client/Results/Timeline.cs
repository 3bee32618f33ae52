namespace McMessaging.Results;

/// <summary>
/// Recipients and retries by the time of their last attempt. Columns become wider as a run becomes longer, so that
/// there are never too many of them, whatever the run.
/// </summary>
/// <param name="zone">The time zone whose hours and days the columns begin with.</param>
internal sealed class Timeline(TimeZoneInfo zone)
{
    private const int MaxColumns = 60;

    // Each divides the next.
    private static readonly TimeSpan[] Widths =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
    ];

    private SortedDictionary<long, TimelineColumn> _columns = [];
    private TimeSpan? _offset;

    /// <summary>How much time a column stands for.</summary>
    public TimeSpan Width { get; private set; } = Widths[0];

    public void AddRecipient(DateTimeOffset sentAt, bool isAccepted)
    {
        var column = ColumnOf(sentAt);
        if (isAccepted)
        {
            column.Accepted++;
        }
        else
        {
            column.NotAccepted++;
        }
    }

    public void AddRetries(DateTimeOffset sentAt, int count) => ColumnOf(sentAt).Retries += count;

    /// <summary>The columns in their order, with those between them in which nothing was sent.</summary>
    public IReadOnlyList<TimelineColumn> Columns()
    {
        var columns = new List<TimelineColumn>();
        if (_columns.Count > 0)
        {
            for (var index = _columns.Keys.First(); index <= _columns.Keys.Last(); index++)
            {
                columns.Add(_columns.GetValueOrDefault(index) ?? new TimelineColumn(BeginOf(index)));
            }
        }

        return columns;
    }

    private TimelineColumn ColumnOf(DateTimeOffset sentAt)
    {
        _offset ??= zone.GetUtcOffset(sentAt);
        var index = IndexOf(sentAt);
        if (!_columns.TryGetValue(index, out var column))
        {
            _columns.Add(index, column = new TimelineColumn(BeginOf(index)));
            while (_columns.Keys.Last() - _columns.Keys.First() >= MaxColumns)
            {
                Widen();
            }

            column = _columns[IndexOf(sentAt)];
        }

        return column;
    }

    private long IndexOf(DateTimeOffset time) => (time.UtcTicks + _offset!.Value.Ticks) / Width.Ticks;

    private DateTimeOffset BeginOf(long index) => new(
        Math.Clamp((index * Width.Ticks) - _offset!.Value.Ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    private void Widen()
    {
        var narrow = _columns;
        Width = Widths.FirstOrDefault(width => width > Width, Width * 2);
        _columns = [];
        foreach (var column in narrow.Values)
        {
            var index = IndexOf(column.Begin);
            if (!_columns.TryGetValue(index, out var wide))
            {
                _columns.Add(index, wide = new TimelineColumn(BeginOf(index)));
            }

            wide.Accepted += column.Accepted;
            wide.NotAccepted += column.NotAccepted;
            wide.Retries += column.Retries;
        }
    }
}

/// <summary>What was sent in a span of time.</summary>
/// <param name="Begin">When it begins, in UTC.</param>
internal sealed record TimelineColumn(DateTimeOffset Begin)
{
    public long Accepted { get; set; }

    public long NotAccepted { get; set; }

    public long Retries { get; set; }
}
