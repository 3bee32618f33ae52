using System.Text.Json;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>/messaging/v1/{channel}/definitions: create, list, get, change and delete send definitions.</summary>
internal sealed class DefinitionsHandler(DefinitionCatalogue catalogue, CreationLimit limit)
{
    public HttpResponse Create(HttpRequest request)
    {
        var store = StoreOf(request);
        MediaType.RequireJson(request);
        var values = new DefinitionBodyReader(store.Schema).ReadNew(request.Body);
        var created = limit.Create(
            request.AccountId, request.Faults.Faults.DefinitionLimit, () => store.Create(values));
        return DefinitionResponse.One(201, store.Schema, created);
    }

    public HttpResponse List(HttpRequest request)
    {
        var store = StoreOf(request);
        var query = DefinitionQuery.From(request.Target);
        return DefinitionResponse.Page(query, query.Select(store.List()));
    }

    public HttpResponse Get(HttpRequest request)
    {
        var store = StoreOf(request);
        return DefinitionResponse.One(200, store.Schema, store.Get(KeyOf(request)));
    }

    public HttpResponse Change(HttpRequest request)
    {
        var store = StoreOf(request);
        MediaType.RequireJson(request);
        var changes = new DefinitionBodyReader(store.Schema).ReadChange(request.Body);
        return DefinitionResponse.One(200, store.Schema, store.Change(KeyOf(request), changes));
    }

    public HttpResponse Delete(HttpRequest request)
    {
        var archived = StoreOf(request).Delete(KeyOf(request));
        return HttpResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", Guid.NewGuid());
            writer.WriteString("message", "Success");
            writer.WriteString("deletedDefinitionKey", archived.Key);
            writer.WriteEndObject();
        });
    }

    private DefinitionStore StoreOf(HttpRequest request) => catalogue.Of(request.AccountId, Channel.Of(request).Name);

    private static string KeyOf(HttpRequest request) => request.RouteValues["definitionKey"];
}
