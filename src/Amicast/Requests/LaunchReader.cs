using System.Text.Json;

namespace Amicast.Requests;

/// <summary>Reads a <c>launch</c> block.</summary>
/// <remarks>
/// What is launched from:
/// <list type="table">
/// <item><term><c>template</c></term><description>a launch template that exists, with <c>overrides</c> in place of what it says</description></item>
/// <item><term><c>instance</c></term><description>that description alone; then there are no overrides, and no fleet, which EC2 launches from templates only</description></item>
/// <item><term>neither</term><description>the template of the destination's <c>launchTemplate</c> block: see <see cref="CheckNamed"/></description></item>
/// </list>
/// </remarks>
internal static class LaunchReader
{
    private const int MostInstances = 100;
    private const int LongestVerification = 1440;
    private const string Latest = "$Latest";

    /// <summary>The block, or none where it is absent or <c>null</c>.</summary>
    internal static RequestLaunch? Read(ObjectReader owner, List<Problem> problems)
    {
        if (!owner.Has("launch", out var value) || value.ValueKind == JsonValueKind.Null || ObjectReader.Open(value, owner.At("launch"), problems) is not { } reader)
        {
            return null;
        }

        var template = ReadTemplate(reader);
        var instance = ReadInstance(reader);
        var count = reader.Number("count", otherwise: 1, least: 1, most: MostInstances);
        var overrides = InstanceDescriptionReader.Read(reader, "overrides") ?? new InstanceDescription();
        var description = ReadMarket(reader, instance ?? overrides);
        var fleet = FleetReader.Read(reader, count, description.Market);
        var launch = new RequestLaunch(reader.Path, template, count, description, ReadVerify(reader))
        {
            IsDescribed = instance is not null,
            Fleet = fleet,
            VerifyWithinMinutes = reader.Number("verifyWithinMinutes", otherwise: RequestLaunch.UsualVerification, least: 1, most: LongestVerification),
            Keep = reader.Flag("keep", otherwise: true),
        };
        CheckTogether(reader, overrides);
        reader.RefuseOthers();
        var unreadable = (template is null && reader.Has("template", out _)) || (instance is null && reader.Has("instance", out _));
        return unreadable ? null : launch;
    }

    /// <summary>Notes a launch that names nothing to launch from, where the destination has no <c>launchTemplate</c> block that would.</summary>
    internal static void CheckNamed(RequestLaunch? launch, bool hasLaunchTemplate, List<Problem> problems)
    {
        if (launch is { Template: null, IsDescribed: false } && !hasLaunchTemplate)
        {
            var problem = new Problem($"{launch.Path}.template", "Missing", "neither 'template' nor 'instance' is given", "name the launch template: { \"name\": … }, or describe the instance");
            if (!problems.Contains(problem))
            {
                problems.Add(problem);
            }
        }
    }

    private static RequestTemplate? ReadTemplate(ObjectReader launch)
    {
        if (launch.Object("template") is not { } reader)
        {
            return null;
        }

        var (name, id) = (reader.Text("name"), reader.Text("id"));
        var version = reader.Text("version") ?? Latest;
        if (version is not (Latest or "$Default") && !(int.TryParse(version, out var number) && number > 0))
        {
            reader.Report("version", "InvalidVersion", $"'{version}' is not a template version", "write a number as text, \"$Latest\" or \"$Default\"");
        }

        if ((name is null) == (id is null))
        {
            reader.Report("name", "Missing", "the template is not named by exactly one of 'name' and 'id'", "give one of them");
        }

        reader.RefuseOthers();
        return (name is null) == (id is null) ? null : new RequestTemplate(reader.Path, name, id, version);
    }

    private static InstanceDescription? ReadInstance(ObjectReader launch)
    {
        var instance = InstanceDescriptionReader.Read(launch, "instance");
        if (instance is not null && !launch.Object("instance")!.Has("instanceType", out _))
        {
            launch.Object("instance")!.Report("instanceType", "Missing", "'instanceType' is not given", "name it: there is no template that would");
        }

        return instance;
    }

    // The market may be said of the launch or of its instances: it is one and the same.
    private static InstanceDescription ReadMarket(ObjectReader reader, InstanceDescription description)
    {
        var market = InstanceDescriptionReader.ReadMarket(reader);
        if (market is not null && description.Market is not null && market != description.Market)
        {
            reader.Report("market", "Conflict", "the market is said twice, and not the same", "say it once");
        }

        return market is null ? description : description with { Market = market };
    }

    private static void CheckTogether(ObjectReader reader, InstanceDescription overrides)
    {
        var (template, instance, fleet) = (reader.Has("template", out _), reader.Has("instance", out _), reader.Has("fleet", out _));
        if (instance && template)
        {
            reader.Report("instance", "Conflict", "both 'template' and 'instance' are given", "keep the one to launch from; 'overrides' stand in place of what a template says");
        }

        if (instance && reader.Has("overrides", out _))
        {
            reader.Report("overrides", "Conflict", "there is no template to override", "put them into 'instance'");
        }

        if (instance && fleet)
        {
            reader.Report("fleet", "Conflict", "EC2 launches fleets from launch templates only", "name a template, or leave 'fleet' out");
        }
        else if (fleet && overrides with { Tags = null, Market = null } != new InstanceDescription())
        {
            reader.Report("overrides", "Conflict", "a fleet takes nothing but 'tags' and 'market' besides its template", "put them into the template, or leave 'fleet' out");
        }
    }

    private static Verification ReadVerify(ObjectReader launch) => launch.OneOf("verify", ["none", "running", "statusOk"]) switch
    {
        "none" => Verification.None,
        "running" => Verification.Running,
        _ => Verification.StatusOk,
    };
}
