using Amicast.Tests;

namespace Amicast.Local.Tests.Http;

/// <summary>Every route of the API with every answer that it can give.</summary>
internal static class Conversation
{
    private static readonly string Move = Repository.Read("examples/move-instance.json");
    private static readonly string Web = Named("web-1");

    // Each route, with a body where it needs one.
    private static readonly (string Method, string Path, string? Body)[] Routes =
    [
        ("POST", "/distributions", Web), ("POST", "/distributions/plan", Web), ("GET", "/distributions", null), ("GET", "/distributions/web-1", null),
        ("POST", "/distributions/web-1/resume", null), ("POST", "/distributions/web-1/rollback", null), ("DELETE", "/distributions/web-1", null),
    ];

    /// <summary>The life of a run, each call some time after the one before.</summary>
    internal static IReadOnlyList<ApiAnswer> Life()
    {
        using var world = new ApiWorld();
        var answers = new List<ApiAnswer>();
        void Say(params ReadOnlySpan<ApiCall> calls)
        {
            foreach (var call in calls)
            {
                answers.Add(world.Send(call));
            }
        }

        Say(
            new("a plan", "POST", "/distributions/plan", Web),
            new("a new run", "POST", "/distributions", Web),
            new("the same again", "POST", "/distributions", Web + "\n"),
            new("the run's id with another request", "POST", "/distributions", Named("web-1").Replace("statusOk", "running", StringComparison.Ordinal)),
            new("a run without an id", "POST", "/distributions", Move.Replace("web-{date", "other-{date", StringComparison.Ordinal)));
        world.Wait(TimeSpan.FromMinutes(5));
        Say(
            new("a look at it", "GET", "/distributions/web-1"),
            new("resuming what runs", "POST", "/distributions/web-1/resume"),
            new("rolling back what runs", "POST", "/distributions/web-1/rollback"),
            new("stopping it", "DELETE", "/distributions/web-1"),
            new("stopping what has ended", "DELETE", "/distributions/web-1"),
            new("those that were stopped", "GET", "/distributions?status=ABORTED"),
            new("a page of one", "GET", "/distributions?maxResults=1"),
            new("resuming it", "POST", "/distributions/web-1/resume", Web));
        Say(new ApiCall("stopping that", "DELETE", "/distributions/web-1"));
        Say(new ApiCall("rolling it back", "POST", "/distributions/web-1/rollback"));
        world.Wait(TimeSpan.FromHours(3));
        Say(new ApiCall("a run that was rolled back", "GET", "/distributions/web-1"));
        Say(new ApiCall("resuming what was rolled back", "POST", "/distributions/web-1/resume"));
        return answers;
    }

    /// <summary>A look at a run that has succeeded, and at one that was refused by its own Plan.</summary>
    internal static IReadOnlyList<ApiAnswer> Ends(out LocalCloud cloud)
    {
        using var world = new ApiWorld();
        cloud = world.Cloud;
        world.Send(new("a run", "POST", "/distributions", Web));
        world.Send(new("a run of nothing", "POST", "/distributions", Named("web-2").Replace("i-0123456789abcdef0", "i-0fffffffffffffff0", StringComparison.Ordinal)));
        world.Wait(TimeSpan.FromHours(3));
        return [world.Send(new("a run that succeeded", "GET", "/distributions/web-1")), world.Send(new("one that its Plan refused", "GET", "/distributions/web-2"))];
    }

    /// <summary>Calls that are refused for themselves, whatever there is.</summary>
    internal static IEnumerable<ApiCall> Refused() =>
    [
        new("no route", "GET", "/distributions/web-1/history"),
        new("no method", "PUT", "/distributions/web-1", "{}"),
        new("no method of a route with a name", "GET", "/distributions/web-1/resume"),
        new("what a path has", "OPTIONS", "/distributions"),
        new("what a path has not", "OPTIONS", "/distributions/web-1/nothing"),
        new("the head alone", "HEAD", "/distributions/unknown"),
        new("a trailing slash", "GET", "/distributions/unknown/"),
        new("a path that is encoded", "GET", "/distributions/unkn%6Fwn"),
        new("a name that no run has", "GET", "/distributions/no%20run"),
        new("not JSON", "POST", "/distributions", "{\"run\": web}"),
        new("a property that stands twice", "POST", "/distributions", """{"run":"a","run":"b"}"""),
        new("half of a character", "POST", "/distributions", """{"run":"\ud800"}"""),
        new("not UTF-8", "POST", "/distributions", Body: null) { Bytes = [(byte)'{', 0xFF, (byte)'}'] },
        new("no body", "POST", "/distributions"),
        new("no body for a plan", "POST", "/distributions/plan"),
        new("not JSON for a plan", "POST", "/distributions/plan", "[1,"),
        new("not JSON to resume", "POST", "/distributions/web-1/resume", "resume"),
        new("a form", "POST", "/distributions", "run=web-1", "application/x-www-form-urlencoded"),
        new("a form for a plan", "POST", "/distributions/plan", "run=web-1", "application/x-www-form-urlencoded"),
        new("a form to resume", "POST", "/distributions/web-1/resume", "run=web-1", "application/x-www-form-urlencoded"),
        new("another charset", "POST", "/distributions", "{}", "application/json; charset=iso-8859-1"),
        new("everything wrong, its charset said", "POST", "/distributions", """{"run":"web 1","color":"red","destinations":[]}""", "application/json; charset=\"UTF-8\""),
        new("everything wrong, its type not said", "POST", "/distributions", """{"run":"web 1","color":"red"}""", ContentType: null),
        new("a request for a plan that names nothing", "POST", "/distributions/plan", "{}"),
        new("a list instead of a request", "POST", "/distributions/web-1/resume", "[]"),
        new("another run's request", "POST", "/distributions/web-2/resume", Web),
        new("a body of 245,761 bytes", "POST", "/distributions", new string(' ', 245_761)),
        new("a large body for a plan", "POST", "/distributions/plan", new string(' ', 245_761)),
        new("a large body to resume", "POST", "/distributions/web-1/resume", new string(' ', 245_761)),
        new("a body to roll back", "POST", "/distributions/web-1/rollback", "{}"),
        new("a body to stop", "DELETE", "/distributions/web-1", "{}"),
        new("a query that is wrong in every way", "GET", "/distributions?maxResults=0&status=DONE"),
        new("parameters twice and unknown", "GET", "/distributions?status=RUNNING&status=FAILED&limit=3"),
        new("a token of nothing", "GET", "/distributions?nextToken=abc"),
        new("a parameter of a route that has none", "GET", "/distributions/web-1?verbose"),
        new("no such run to look at", "GET", "/distributions/unknown"),
        new("no such run to resume", "POST", "/distributions/unknown/resume"),
        new("no such run to roll back", "POST", "/distributions/unknown/rollback"),
        new("no such run to stop", "DELETE", "/distributions/unknown"),
        new("XML by quality", "GET", "/distributions", Accept: "text/xml, application/json;q=0"),
        .. Routes.Select(route => new ApiCall("XML alone", route.Method, route.Path, route.Body, Accept: "text/xml")),
    ];

    /// <summary>Each route while AWS is in trouble.</summary>
    internal static IEnumerable<ApiAnswer> Troubled()
    {
        foreach (var route in Routes)
        {
            var isPlan = route.Path.EndsWith("/plan", StringComparison.Ordinal);
            foreach (var (name, trouble) in new[] { ("throttled", TroubledAws.Throttling(isPlan)), ("down", TroubledAws.Down), ("not allowed", TroubledAws.Refusing(isPlan)) })
            {
                using var world = new ApiWorld(trouble);
                yield return world.Send(new ApiCall(name, route.Method, route.Path, route.Body));
            }
        }
    }

    internal static string Named(string run) => Move.Replace("{\n  \"source\"", $"{{\n  \"run\": \"{run}\",\n  \"source\"", StringComparison.Ordinal);
}
