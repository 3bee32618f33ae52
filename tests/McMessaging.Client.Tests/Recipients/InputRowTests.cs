using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Recipients;

/// <summary>The members of an input object, which a file of rejected rows gives back: never those of another one.</summary>
public sealed class InputRowTests
{
    private readonly InputRow _row = new();

    [Fact]
    public void It_has_the_members_of_the_last_object_only()
    {
        _row.Fill(Record(("A", 1), ("B", 2)), input: null);
        _row.Fill(Record(("C", 3), ("D", 4)), input: null);

        Assert.Equal(["C", "D"], _row.Names);
        Assert.Equal([3, 4], _row.Values);
    }

    [Fact]
    public void Objects_with_the_same_names_share_one_list_of_them()
    {
        _row.Fill(Record(("A", 1), ("B", 2)), input: null);
        var names = _row.Names;

        _row.Fill(Record(("A", 3), ("B", 4)), input: null);

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
        _row.Fill(Record(("A", 1), ("B", 2)), input: null);

        _row.Fill(Record([.. names.Select(name => (name, (object?)name))]), input: null);

        Assert.Equal(names, _row.Names);
        Assert.Equal(names, _row.Values);
    }

    private static InputRecord Record(params (string Name, object? Value)[] members)
    {
        var record = new InputRecord();
        foreach (var (name, value) in members)
        {
            record.Add(name, value);
        }

        return record;
    }
}
