using System.Text.Json;
using Amicast.Requests;

namespace Amicast.Tests.Requests;

public sealed class RequestReaderTests
{
    [Fact]
    public void A_full_request_is_read_with_its_blocks_inherited_replaced_and_switched_off()
    {
        var (request, problems) = Read(
            """
            {
              "run": "web-1", "scheduledTime": "2026-11-22T02:00:00Z",
              "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" },
              "image": { "name": "web-{date}", "description": "web tier", "reboot": false, "tags": { "Role": "web" } },
              "destinations": [
                { "region": "us-east-1", "launch": null },
                { "region": "eu-central-1", "image": { "name": "web-eu-{date}" }, "share": { "accounts": [] } },
                { "region": "ap-southeast-2" }
              ],
              "share": { "visibility": "private", "accounts": ["111122223333", "111122223333"], "snapshots": false, "mode": "add" },
              "launch": { "template": { "name": "web", "version": "3" }, "count": 2, "overrides": { "instanceType": "m7i.large" }, "market": "onDemand", "verify": "running", "keep": true },
              "timeoutMinutes": 60, "tolerateFailedRegions": 1, "onFailure": "keep"
            }
            """);

        Assert.Empty(problems);
        Assert.Equal(
            """
            run web-1 at 2026-11-22 02:00:00Z from i-0123456789abcdef0 in us-east-1, 60 minutes, tolerates 1
            us-east-1: web-{date}, web tier, reboot False, Role=web; Private 111122223333, snapshots False; no launch
            eu-central-1: web-eu-{date}, web tier, reboot False, Role=web;  , snapshots True; 2 of web 3 m7i.large, Running
            ap-southeast-2: web-{date}, web tier, reboot False, Role=web; Private 111122223333, snapshots False; 2 of web 3 m7i.large, Running
            """,
            Shown(request!));
    }

    [Fact]
    public void A_request_without_destinations_means_the_source_Region_alone()
    {
        var (request, problems) = Read("""{ "source": { "region": "us-east-1", "imageId": "ami-0123456789abcdef0" } }""");

        Assert.Empty(problems);
        Assert.Equal(
            """
            run  at  from ami-0123456789abcdef0 in us-east-1, 1440 minutes, tolerates 0
            us-east-1: , , reboot True, ; no share; no launch
            """,
            Shown(request!));
    }

    [Theory]
    [InlineData("2026-11-22T02:00:00Z", "2026-11-22 02:00:00Z")]
    [InlineData("2026-11-22T02:00:00.250Z", "2026-11-22 02:00:00Z")]
    [InlineData("2026-11-22T02:00", "2026-11-22 02:00:00Z")]
    [InlineData("2026-11-22T02:00:00+01:00", "2026-11-22 01:00:00Z")]
    [InlineData("02:00", null)]
    [InlineData("22.11.2026 02:00", null)]
    [InlineData("11/22/2026", null)]
    [InlineData("2026-11-22", null)]
    public void A_scheduled_time_is_a_whole_moment_in_the_format_of_ISO_8601(string text, string? time)
    {
        var (request, problems) = Read($$"""{ "scheduledTime": "{{text}}", "source": { "region": "us-east-1", "imageId": "ami-0123456789abcdef0" } }""");

        Assert.Equal(time, request!.ScheduledTime is { } read ? $"{read:u}" : null);
        Assert.Equal(time is null ? [$"$.scheduledTime: InvalidTime: '{text}' is not a time; write it like 2026-11-22T02:00:00Z"] : [], problems.Select(problem => $"{problem}"));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_reported_all_at_once_with_place_cause_and_remedy(string document, string expected)
    {
        var (_, problems) = Read(document);

        Assert.Equal(expected, string.Join('\n', problems));
    }

    public static TheoryData<string, string> Wrong() => new()
    {
        { "[]", "$: WrongType: a list is not an object; write an object" },
        {
            "{}",
            "$.source: Missing: 'source' is not given; say what to image: { \"region\": …, \"instanceId\": … }"
        },
        {
            """{ "run": "a b", "source": { "instanceId": "i-xyz", "imageId": "ami-0123456789abcdef0", "instnceId": 1 }, "image": 7, "timeoutMinutes": 0, "scheduledTime": "soon" }""",
            """
            $.run: InvalidRunId: 'a b' is not a run id; use 1 to 64 letters, digits, '_' and '-', and no '--' with digits at the end, which names a run's later executions
            $.scheduledTime: InvalidTime: 'soon' is not a time; write it like 2026-11-22T02:00:00Z
            $.source.region: Missing: 'region' is not given; name the Region that the instance or image is in
            $.source.instanceId: InvalidInstanceId: 'i-xyz' is not well formed; an instance id is 'i-' and 8 or 17 hexadecimal digits
            $.source.imageId: TwoSources: both 'instanceId' and 'imageId' are given; keep the one that the run is to start from
            $.source.instnceId: UnknownProperty: 'instnceId' is not a property here; did you mean 'instanceId'?
            $.image: WrongType: 7 is not an object; write an object
            $.timeoutMinutes: OutOfRange: 0 is not a whole number from 1 to 43200; give one, or leave it out for 1440
            """
        },
        {
            """
            { "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" },
              "image": { "name": "web-{datum}{", "tags": { "amicast:run": "x", "n": 1 } },
              "destinations": [ { "region": "eu-west-1" }, { "region": "eu-west-1" }, "eu-west-2", {} ],
              "share": { "visibility": "public", "accounts": ["12345", 7] },
              "launch": { "template": { "version": "newest" }, "verify": "statusOK", "count": 0 } }
            """,
            """
            $.image.name: UnknownToken: '{datum}' is not a name token; did you mean 'date'?
            $.image.name: InvalidName: 'web-{datum}{' has a brace that belongs to no token; tokens look like {date:yyyyMMdd} or {tag:Name}
            $.image.tags['amicast:run']: ReservedTag: 'amicast:run' begins with a reserved prefix; 'aws:' is AWS's and 'amicast:' is Amicast's: choose another key
            $.image.tags.n: WrongType: 1 is not text; write text
            $.share.accounts[0]: InvalidAccountId: '12345' is not an AWS account id; an account id has 12 digits, written as text
            $.share.accounts[1]: WrongType: 7 is not text; write text
            $.share.snapshots: Missing: a public image does not say whether its snapshots are public too; write "snapshots": true or false
            $.launch.template.version: InvalidVersion: 'newest' is not a template version; write a number as text, "$Latest" or "$Default"
            $.launch.template.name: Missing: the template is not named by exactly one of 'name' and 'id'; give one of them
            $.launch.count: OutOfRange: 0 is not a whole number from 1 to 100; give one, or leave it out for 1
            $.launch.verify: UnknownValue: 'statusOK' is not a value of 'verify'; did you mean 'statusOk'?
            $.destinations[1].region: DuplicateRegion: 'eu-west-1' is a destination already; give each Region one entry
            $.destinations[2]: WrongType: "eu-west-2" is not an object; write an object
            $.destinations[3].region: Missing: 'region' is not given; name the destination's Region
            """
        },
        {
            """{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "destinations": [] }""",
            """
            $.image.name: Missing: the image has no name; give one, e.g. "web-{date:yyyyMMdd}-{time:HHmm}"
            $.destinations: Empty: 'destinations' is empty; leave it out for the source Region alone, or name Regions
            """
        },
    };

    [Theory]
    [InlineData("web--2")]
    [InlineData("web--0")]
    [InlineData("web--1234567")]
    public void A_run_id_that_would_name_a_later_execution_is_refused(string run)
    {
        var (_, problems) = Read($$"""{ "run": "{{run}}", "source": { "region": "us-east-1", "imageId": "ami-0123456789abcdef0" } }""");

        Assert.Equal(
            [$"$.run: InvalidRunId: '{run}' is not a run id; use 1 to 64 letters, digits, '_' and '-', and no '--' with digits at the end, which names a run's later executions"],
            problems.Select(problem => $"{problem}"));
    }

    private static (Request? Request, List<Problem> Problems) Read(string document)
    {
        using var json = JsonDocument.Parse(document);
        return RequestReader.Read(json.RootElement.Clone());
    }

    private static string Shown(Request request) => string.Join('\n', new[]
    {
        $"run {request.Run} at {request.ScheduledTime:u} from {request.Source.InstanceId ?? request.Source.ImageId} in {request.Source.Region}, {request.TimeoutMinutes} minutes, tolerates {request.TolerateFailedRegions}",
    }.Concat(request.Destinations.Select(d => $"{d.Region}: {Shown(d.Image)}; {Shown(d.Share)}; {Shown(d.Launch)}")));

    private static string Shown(RequestImage image) =>
        $"{image.Name}, {image.Description}, reboot {image.Reboot}, {string.Join(',', image.Tags.Select(t => $"{t.Key}={t.Value}"))}";

    private static string Shown(RequestShare? share) =>
        share is null ? "no share" : $"{share.Visibility} {string.Join(',', share.Accounts)}, snapshots {share.Snapshots}";

    private static string Shown(RequestLaunch? launch) =>
        launch is null ? "no launch" : $"{launch.Count} of {launch.Template?.Name} {launch.Template?.Version} {launch.Overrides.InstanceType}, {launch.Verify}";
}
