using System.Text.Json.Nodes;
using Amicast.Functions.Http;
using Amicast.WorkflowTests.Schema;

namespace Amicast.Local.Tests.Http;

public sealed class OpenApiTests
{
    private static readonly OpenApiDocument Document = new();

    private static readonly Lazy<IReadOnlyList<ApiAnswer>> All = new(() =>
    {
        using var world = new ApiWorld();
        return [.. Conversation.Life(), .. Conversation.Ends(out _), .. Conversation.Refused().Select(world.Send), .. Conversation.Troubled()];
    });

    [Fact]
    public void Document_has_the_routes_of_the_API_and_no_other()
    {
        using var world = new ApiWorld();

        var routes = new HttpApi(world.Cloud.Runs, world.Cloud.Plans, world.Cloud.Clock).RouteKeys;

        Assert.Equal(routes.Order(StringComparer.Ordinal), Document.Operations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Document_has_every_status_that_the_API_answers_and_no_other()
    {
        var seen = All.Value.Where(answer => Document.OperationOf(answer.Call) is not null).Select(answer => $"{Document.OperationOf(answer.Call)} {answer.Status}");

        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), Document.Statuses.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Answers_are_of_the_types_headers_and_schemas_that_the_document_says()
    {
        var wrong = All.Value.Where(answer => Document.OperationOf(answer.Call) is not null)
            .SelectMany(answer => Document.Check(Document.OperationOf(answer.Call)!, answer).Select(fault => $"{answer.Call.Name}: {fault}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Requests_that_are_accepted_are_of_the_requests_own_schema()
    {
        var schema = JsonSchemaCheck.OfRequests;
        var accepted = All.Value.Where(answer => answer is { Status: < 300, Call.Body.Length: > 0 }).ToList();

        Assert.Equal(5, accepted.Count);
        Assert.All(accepted, answer => Assert.Empty(schema.Validate(JsonNode.Parse(answer.Call.Body!))));
    }
}
