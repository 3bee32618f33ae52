using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Definitions;

public class DefinitionQueryTests
{
    private const string Emails = "messaging/v1/email/definitions";

    [Fact]
    public async Task Items_have_the_summary_without_the_id()
    {
        using var host = await StartWithDefinitionsAsync();

        var response = await host.GetAsync(Emails);

        Assert.Equal(
            ["name", "definitionKey", "status", "createdDate", "modifiedDate"],
            response.Json.GetProperty("definitions")[0].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Count_is_the_number_of_items_on_the_page()
    {
        using var host = await StartWithDefinitionsAsync();

        var first = await host.GetAsync(Emails + "?$pageSize=2");
        var second = await host.GetAsync(Emails + "?$pageSize=2&$page=2");
        var third = await host.GetAsync(Emails + "?$pageSize=2&$page=3");

        Assert.Equal(["b", "c"], Keys(first));
        Assert.Equal(["a"], Keys(second));
        Assert.Empty(Keys(third));
        Assert.Equal([2, 1, 2], Numbers(first));
        Assert.Equal([1, 2, 2], Numbers(second));
        Assert.Equal([0, 3, 2], Numbers(third));
    }

    [Theory]
    [InlineData("$filter=status neq deleted&$orderBy=definitionKey", "a b c")]
    [InlineData("$filter=status neq deleted&$orderBy=definitionKey desc", "c b a")]
    [InlineData("$filter=status neq deleted&$orderBy=name", "c b a")]
    [InlineData("$filter=status neq deleted&$orderBy=createdDate desc", "a c b")]
    [InlineData("$filter=status neq deleted&$orderBy=modifiedDate", "c a b")]
    [InlineData("$filter=status neq deleted&$orderBy=status desc", "c b a")]
    [InlineData("$filter=status eq active", "b a")]
    [InlineData("$filter=status%20eq%20Inactive", "c")]
    [InlineData("$filter=status neq active", "c archived")]
    [InlineData("$filter=status eq deleted", "archived")]
    [InlineData("", "b c a archived")]
    [InlineData("$orderBy=name", "archived c b a")]
    public async Task A_list_is_filtered_and_ordered(string query, string keys)
    {
        using var host = await StartWithDefinitionsAsync();
        await host.PostAsync(Emails, Bodies.EmailDefinition("gone", "Gone"));
        var deleted = await host.DeleteAsync(Emails + "/gone");
        var archived = deleted.Json.GetProperty("deletedDefinitionKey").GetString()!;

        var response = await host.GetAsync($"{Emails}?{query}");

        Assert.Equal(keys, string.Join(" ", Keys(response)).Replace(archived, "archived", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_order_of_names_minds_neither_their_case_nor_the_culture()
    {
        using var host = await SandboxHost.StartAsync();
        foreach (var key in new[] { "B", "a-2", "a", "c" })
        {
            await host.PostAsync(Emails, Bodies.EmailDefinition(key, key));
        }

        var response = await host.GetAsync($"{Emails}?$orderBy=definitionKey");

        Assert.Equal(["a", "a-2", "B", "c"], Keys(response));
    }

    [Theory]
    [InlineData("$filter=name eq a")]
    [InlineData("$filter=status is active")]
    [InlineData("$orderBy=size")]
    [InlineData("$orderBy=name up")]
    [InlineData("$page=0")]
    [InlineData("$pageSize=x")]
    public async Task A_wrong_query_is_400(string query)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.GetAsync($"{Emails}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(10005, response.ErrorCode);
    }

    private static async Task<SandboxHost> StartWithDefinitionsAsync()
    {
        var host = await SandboxHost.StartAsync();
        foreach ((var key, var name, var status) in
            new[] { ("b", "Two", "active"), ("c", "One", "inactive"), ("a", "Zwo", "active") })
        {
            await host.PostAsync(Emails, Bodies.EmailDefinition(key, name, status));
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await host.PatchAsync(Emails + "/a", """{"description":"changed"}""");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.PatchAsync(Emails + "/b", """{"description":"changed last"}""");
        return host;
    }

    private static IEnumerable<string> Keys(Response response) =>
        response.Json.GetProperty("definitions").EnumerateArray()
            .Select(definition => definition.GetProperty("definitionKey").GetString()!);

    private static int[] Numbers(Response response) =>
        [.. new[] { "count", "page", "pageSize" }.Select(name => response.Json.GetProperty(name).GetInt32())];
}
