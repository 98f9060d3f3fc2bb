using Amicast.Runs;

namespace Amicast.Tests.Runs;

public sealed class RunViewFoldTests
{
    private const string Inside = """{ "destination": { "region": "eu-central-1" }, "record": { "region": "eu-central-1" } }""";
    private readonly RunViewFold _fold = new(new ExecutionName("run-1", 1));
    private long _id;

    [Fact]
    public void Before_there_is_a_plan_the_view_shows_the_step_of_the_first_image()
    {
        Entered("TaskStateEntered", "Plan", "{}");

        Assert.Equal(["Source  Plan Working  "], Lines());
    }

    [Fact]
    public void Each_Region_shows_its_own_step_progress_and_trouble()
    {
        Entered("TaskStateEntered", "Plan", "{}");
        Exited("TaskStateExited", "Plan", """{ "plan": { "source": { "region": "us-east-1" } } }""");
        var map = Entered("MapStateEntered", "Destinations", """{ "plan": { "destinations": [ { "region": "eu-central-1" }, { "region": "us-west-2" } ] } }""");
        var eu = Entered("TaskStateEntered", "CopyImage", Inside, after: map);
        var west = Entered("TaskStateEntered", "CopyImage", Inside.Replace("eu-central-1", "us-west-2", StringComparison.Ordinal), after: map);
        Failed("Throttled", after: Add("LambdaFunctionScheduled", after: west));
        Exited("TaskStateExited", "CopyImage", Inside, after: eu);
        var check = Entered("TaskStateEntered", "CheckCopy", Inside, after: eu);
        Exited("TaskStateExited", "CheckCopy", """{ "destination": { "region": "eu-central-1" }, "record": { "image": { "progress": 45.5 } } }""", after: check);

        Assert.Equal(
            ["Source us-east-1 Plan Done  ", "eu-central-1 CheckImage Working 45.5 ", "us-west-2 CopyImage Working  Throttled"],
            Lines());
    }

    [Fact]
    public void A_Region_ends_done_or_failed_with_its_error()
    {
        var map = Entered("MapStateEntered", "Destinations", """{ "plan": { "destinations": [ { "region": "eu-central-1" }, { "region": "us-west-2" } ] } }""");
        var eu = Entered("PassStateEntered", "RegionFailed", Inside, after: map);
        Exited("PassStateExited", "RegionFailed", """{ "region": "eu-central-1", "failure": { "CheckImage": { "Error": "ImageFailed", "Cause": "" } } }""", after: eu);
        var west = Entered("PassStateEntered", "RegionDone", Inside.Replace("eu-central-1", "us-west-2", StringComparison.Ordinal), after: map);
        Exited("PassStateExited", "RegionDone", """{ "region": "us-west-2" }""", after: west);

        Assert.Equal(["Source   Done  ", "eu-central-1  Failed  ImageFailed", "us-west-2  Done  "], Lines());
    }

    [Fact]
    public void A_first_image_that_is_not_done_when_the_run_is_summed_up_has_failed_at_its_step()
    {
        Entered("TaskStateEntered", "CreateImage", "{}");
        Failed("NameTaken");
        Entered("TaskStateEntered", "Summarize", "{}");

        Assert.Equal(["Source  CreateImage Failed  NameTaken"], Lines());
    }

    [Fact]
    public void States_of_an_execution_that_is_not_known_are_not_in_the_way()
    {
        Entered("TaskStateEntered", "Rollback", """{ "action": "rollback" }""");
        Exited("TaskStateExited", "Rollback", "[1]");
        Entered("MapStateEntered", "Others", """{ "plan": 1 }""");
        Entered("MapStateEntered", "Others", """{ "plan": { "destinations": [ 1, { "region": 2 } ] } }""");
        Exited("PassStateExited", "Others", "null");

        Assert.Equal(["Source  Rollback Done  "], Lines());
    }

    [Fact]
    public void A_Map_that_is_entered_again_shows_each_Region_once_as_it_stands()
    {
        const string Destinations = """{ "plan": { "destinations": [ { "region": "eu-central-1" } ] } }""";
        var map = Entered("MapStateEntered", "Destinations", Destinations);
        Entered("TaskStateEntered", "CopyImage", Inside, after: map);
        Entered("MapStateEntered", "Destinations", Destinations);

        Assert.Equal(["Source   Done  ", "eu-central-1 CopyImage Working  "], Lines());
    }

    private IEnumerable<string> Lines()
    {
        var view = _fold.ToView(new DescribeExecutionResponse("arn", "run-1", "RUNNING", DateTimeOffset.UnixEpoch, null, "{}", null, null, null));
        return new[] { "Source " + Line(view.Source) }.Concat(view.Regions.Select(Line));
    }

    private static string Line(RegionView region) => $"{region.Region} {region.Step} {region.Standing} {region.Progress} {region.Trouble}";

    private long Entered(string type, string name, string input, long? after = null) =>
        Add(type, after, new HistoryEvent(0, 0, "", default, StateEnteredEventDetails: new StateEntered(name, input)));

    private long Exited(string type, string name, string output, long? after = null) =>
        Add(type, after, new HistoryEvent(0, 0, "", default, StateExitedEventDetails: new StateExited(name, output)));

    private long Failed(string error, long? after = null) =>
        Add("LambdaFunctionFailed", after, new HistoryEvent(0, 0, "", default, LambdaFunctionFailedEventDetails: new Failed(error, "")));

    private long Add(string type, long? after = null, HistoryEvent? details = null)
    {
        var previous = after ?? _id;
        _fold.Add((details ?? new HistoryEvent(0, 0, "", default)) with
        {
            Id = ++_id, PreviousEventId = previous, Type = type, Timestamp = DateTimeOffset.UnixEpoch.AddSeconds(_id),
        });
        return _id;
    }
}
