using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Recipients;

/// <summary>What a file of rejected rows gives back of an input object: never the members of another.</summary>
public sealed class InputRowTests
{
    private readonly InputRow _row = new();

    [Fact]
    public void It_has_the_members_of_the_last_object_only()
    {
        Fill(("A", 1), ("B", 2));
        Fill(("C", 3), ("D", 4));

        Assert.Equal(["C", "D"], _row.Names);
        Assert.Equal([3, 4], _row.Values);
    }

    [Fact]
    public void Objects_with_the_same_names_share_one_list_of_them()
    {
        Fill(("A", 1), ("B", 2));
        var names = _row.Names;

        Fill(("A", 3), ("B", 4));

        Assert.Same(names, _row.Names);
        Assert.Equal([3, 4], _row.Values);
    }

    [Theory]
    [InlineData("A", "b")]
    [InlineData("B", "A")]
    [InlineData("A")]
    [InlineData("A", "B", "C")]
    public void Names_that_differ_in_any_way_are_its_own(params string[] names)
    {
        Fill(("A", 1), ("B", 2));

        Fill([.. names.Select(name => (name, (object?)name))]);

        Assert.Equal(names, _row.Names);
        Assert.Equal(names, _row.Values);
    }

    [Fact]
    public void Cleared_it_has_no_member()
    {
        Fill(("A", 1));

        _row.Clear();

        Assert.Empty(_row.Names);
        Assert.Empty(_row.Values);
    }

    [Fact]
    public void An_object_without_members_is_kept_itself_until_the_next_one()
    {
        _row.Fill(new InputRecord(), "no recipient");
        var kept = _row.Memberless;
        Fill(("A", 1));
        var next = _row.Memberless;
        _row.Fill(new InputRecord(), "no recipient");

        _row.Clear();

        Assert.Equal(("no recipient", null, null), (kept, next, _row.Memberless));
    }

    private void Fill(params (string Name, object? Value)[] members)
    {
        var record = new InputRecord();
        foreach (var (name, value) in members)
        {
            record.Add(name, value);
        }

        _row.Fill(record, members);
    }
}
