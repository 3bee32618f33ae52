using System.Web;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Definitions;

public sealed class SendDefinitionsListTests
{
    [Fact]
    public async Task More_than_a_thousand_definitions_come_page_by_page_each_once()
    {
        var service = new FakeService(request => Page(request, total: 1003));

        var definitions = await ListAsync(service, new DefinitionFilter());

        Assert.Equal(
            Enumerable.Range(1, 1003).Select(i => $"d-{i}"),
            definitions.Select(definition => definition.DefinitionKey));
        Assert.Equal(21, service.Requests.Count);
        Assert.Equal("/messaging/v1/email/definitions?$page=1", service.Requests[0].Path);
        Assert.Equal("/messaging/v1/email/definitions?$page=21", service.Requests[20].Path);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(49, 1)]
    [InlineData(50, 2)]
    [InlineData(51, 2)]
    public async Task The_list_ends_with_the_first_page_that_is_not_full(int total, int requests)
    {
        var service = new FakeService(request => Page(request, total));

        Assert.Equal(total, (await ListAsync(service, new DefinitionFilter())).Count);
        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task A_page_size_that_the_service_cuts_down_loses_nothing()
    {
        var service = new FakeService(request => Page(request, total: 120));

        Assert.Equal(120, (await ListAsync(service, new DefinitionFilter { PageSize = 500 })).Count);
    }

    [Fact]
    public async Task Without_a_page_size_in_the_response_an_empty_page_ends_the_list()
    {
        var service = new FakeService(request => FakeResponse.Json(200, request.Number < 3
            ? $$"""{"Definitions":[{"definitionKey":"d-{{request.Number}}"}]}"""
            : "{}"));

        Assert.Equal(2, (await ListAsync(service, new DefinitionFilter())).Count);
    }

    [Fact]
    public async Task Nor_does_a_page_go_on_that_holds_less_than_was_asked_for()
    {
        var service = FakeService.Always("""{"definitions":[{"name":"n"}]}""");

        var definition = Assert.Single(await ListAsync(service, new DefinitionFilter { PageSize = 2 }));

        Assert.Equal(("n", ""), (definition.Name, definition.DefinitionKey));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_list_without_a_filter_is_an_error_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentNullException>("filter", () => ListAsync(new FakeService(), null!));

    [Fact]
    public async Task A_service_that_gives_the_same_page_again_and_again_does_not_hold_the_caller()
    {
        var service = FakeService.Always("""{"definitions":[{"definitionKey":"d-1"}],"pageSize":1}""");

        Assert.Single(await ListAsync(service, new DefinitionFilter()));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Filter_order_and_page_size_stand_in_the_query()
    {
        var service = new FakeService(request => Page(request, total: 0));

        await ListAsync(service, new DefinitionFilter
        {
            Status = DefinitionStatus.Active,
            OrderBy = DefinitionOrder.Name,
            PageSize = 10,
        });
        await ListAsync(service, new DefinitionFilter
        {
            StatusNot = DefinitionStatus.Deleted,
            OrderBy = DefinitionOrder.ModifiedDate,
        });

        Assert.Equal(
            [
                "/messaging/v1/email/definitions?$page=1&$pageSize=10&$filter=status%20eq%20active&$orderBy=name",
                "/messaging/v1/email/definitions?$page=1&$filter=status%20neq%20deleted&$orderBy=modifiedDate",
            ],
            service.Paths);
    }

    [Theory]
    [InlineData(DefinitionStatus.Active, DefinitionStatus.Deleted, "InvalidDefinitionFilter")]
    [InlineData(DefinitionStatus.Unknown, null, "InvalidDefinitionStatus")]
    public async Task A_filter_that_the_service_cannot_do_is_refused(
        DefinitionStatus status, DefinitionStatus? not, string errorId)
    {
        var service = new FakeService(request => Page(request, total: 0));

        var error = await Assert.ThrowsAsync<McException>(
            () => ListAsync(service, new DefinitionFilter { Status = status, StatusNot = not }));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Empty(service.Requests);
    }

    private static async Task<List<SendDefinition>> ListAsync(FakeService service, DefinitionFilter filter)
    {
        using var connection = await service.ConnectAsync();
        var definitions = new List<SendDefinition>();
        await foreach (var definition in new SendDefinitions(connection)
            .ListAsync(MessageChannel.Email, filter, CancellationToken.None))
        {
            definitions.Add(definition);
        }

        return definitions;
    }

    private static HttpResponseMessage Page(FakeRequest request, int total)
    {
        const int size = 50;
        var page = int.Parse(HttpUtility.ParseQueryString(new Uri("http://x" + request.Path).Query)["$page"]!);
        var items = Enumerable.Range(((page - 1) * size) + 1, size)
            .Where(number => number <= total)
            .Select(number => $$"""{"definitionKey":"d-{{number}}","name":"n","status":"Active"}""")
            .ToArray();
        return FakeResponse.Json(200, $$"""
            {
              "requestId": "r", "definitions": [{{string.Join(',', items)}}],
              "count": {{items.Length}}, "page": {{page}}, "pageSize": {{size}}
            }
            """);
    }
}
