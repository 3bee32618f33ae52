namespace McMessaging.Cli.Input;

/// <summary>Finds out whether the names of an input are those that a send needs.</summary>
internal sealed class InputColumns(RecipientMapping mapping)
{
    /// <summary>What is wrong with the columns, with those that are there; <c>null</c> if nothing is.</summary>
    public string? Problem(IReadOnlyCollection<string> names)
    {
        var missing = Chosen().FirstOrDefault(chosen => !Contains(names, chosen));
        if (missing is not null)
        {
            return $"there is no column '{missing}'. Found: {MemberNames.Describe(names)}.";
        }

        return HasContactKey(names)
            ? null
            : $"there is no column {string.Join(" or ", RecipientNames.ContactKey)}. "
                + $"Found: {MemberNames.Describe(names)}.";
    }

    public bool HasContactKey(IEnumerable<string> names) =>
        mapping.UseAddressAsContactKey
        || names.Any(name => mapping.ContactKeyProperty is { } chosen
            ? IsSame(name, chosen)
            : RecipientNames.ContactKey.Contains(name, StringComparer.OrdinalIgnoreCase));

    private IEnumerable<string> Chosen()
    {
        string?[] single = [mapping.ContactKeyProperty, mapping.ToProperty, mapping.MessageKeyProperty];
        return single.OfType<string>().Concat(mapping.AttributeProperty ?? []);
    }

    private static bool Contains(IReadOnlyCollection<string> names, string wanted) =>
        names.Any(name => IsSame(name, wanted));

    private static bool IsSame(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
