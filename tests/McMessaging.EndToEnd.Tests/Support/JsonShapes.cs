using System.Text.Json;
using System.Text.Json.Nodes;

namespace McMessaging.EndToEnd.Tests.Support;

/// <summary>Changes JSON in ways that must make no difference, or takes something out of it.</summary>
internal static class JsonShapes
{
    public static Func<JsonNode, JsonNode> Of(ResponseShape shape) => shape switch
    {
        ResponseShape.WithUnknownMembers => WithUnknownMembers,
        ResponseShape.WithNamesInOtherCase => WithNamesInOtherCase,
        ResponseShape.WithNumbersAsText => WithNumbersAsText,
        _ => node => node,
    };

    /// <summary>The JSON without each of its members in turn, and the name of the missing one.</summary>
    public static IEnumerable<(string Missing, string Json)> WithoutEachMember(string json)
    {
        var count = Members(JsonNode.Parse(json)!).Count();
        for (var i = 0; i < count; i++)
        {
            var root = JsonNode.Parse(json)!;
            (var owner, var name) = Members(root).ElementAt(i);
            var path = $"{owner.GetPath()}.{name}";
            owner.Remove(name);
            yield return (path, root.ToJsonString());
        }
    }

    private static JsonNode WithUnknownMembers(JsonNode node) => Rebuild(
        node,
        members => members.Prepend(new("unknown", JsonNode.Parse("""{"of":["another",{"version":2}],"n":null}"""))),
        value => value);

    private static JsonNode WithNamesInOtherCase(JsonNode node) => Rebuild(
        node,
        members => members.Select(member => KeyValuePair.Create(Swap(member.Key), member.Value)),
        value => value);

    private static JsonNode WithNumbersAsText(JsonNode node) => Rebuild(
        node,
        members => members,
        value => value.GetValueKind() == JsonValueKind.Number ? JsonValue.Create(value.ToJsonString()) : value);

    private static JsonNode Rebuild(
        JsonNode node,
        Func<IEnumerable<KeyValuePair<string, JsonNode?>>, IEnumerable<KeyValuePair<string, JsonNode?>>> change,
        Func<JsonNode, JsonNode> changeValue)
    {
        JsonNode? Again(JsonNode? child) => child is null ? null : Rebuild(child, change, changeValue);
        return node switch
        {
            JsonObject members => new JsonObject(
                change(members.Select(member => KeyValuePair.Create(member.Key, Again(member.Value))))),
            JsonArray items => new JsonArray([.. items.Select(Again)]),
            _ => changeValue(node.DeepClone()),
        };
    }

    private static string Swap(string name) =>
        string.Concat(name.Select(c => char.IsLower(c) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));

    private static IEnumerable<(JsonObject Owner, string Name)> Members(JsonNode node) => node switch
    {
        JsonObject owner => owner.Select(member => (owner, member.Key))
            .Concat(owner.Where(member => member.Value is not null).SelectMany(member => Members(member.Value!))),
        JsonArray items => items.Where(item => item is not null).SelectMany(item => Members(item!)),
        _ => [],
    };
}
