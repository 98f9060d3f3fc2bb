using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>The running instances only, unless IncludeAllInstances.</summary>
internal sealed class DescribeInstanceStatus : DescribeOperation<Instance>
{
    private static readonly FilterTable<Instance> Table = new FilterTable<Instance>()
        .With("availability-zone", (instance, _) => instance.Zone)
        .WithCall("availability-zone-id", (instance, call) => [ZoneId.Of(call.Region, instance.Zone)])
        .With("instance-state-code", (instance, now) => $"{instance.Life.StateAt(now).Code}")
        .With("instance-state-name", (instance, now) => instance.Life.StateAt(now).Name)
        .With("instance-status.reachability", (instance, now) => StatusChecks.Reachability(instance.Life.ChecksAt(now).Instance))
        .With("instance-status.status", (instance, now) => instance.Life.ChecksAt(now).Instance)
        .With("system-status.reachability", (instance, now) => StatusChecks.Reachability(instance.Life.ChecksAt(now).System))
        .With("system-status.status", (instance, now) => instance.Life.ChecksAt(now).System)
        .WithNone(
            "event.code", "event.description", "event.instance-event-id", "event.not-after", "event.not-before", "event.not-before-deadline",
            "operator.principal")
        .With("operator.managed", (_, _) => "false")
        .Refusing("attached-ebs-status.status");

    private protected override string IdParameter => "InstanceId";

    private protected override string SetElement => "instanceStatusSet";

    private protected override FilterTable<Instance> Filters => Table;

    /// <summary>EC2's own: "Maximum 100 explicitly specified instance IDs".</summary>
    private protected override int MostIds => 100;

    private protected override Shelf<Instance> ShelfOf(Region region) => region.Instances;

    private protected override void CheckId(string id) => InstanceErrors.CheckId(id);

    private protected override Ec2Exception NotFound(IReadOnlyList<string> ids) => InstanceErrors.NotFound(ids);

    private protected override Func<Instance, bool> Selection(Call call, bool named)
    {
        var all = call.Parameters.Flag("IncludeAllInstances") == true;
        return instance => all || instance.Life.StateAt(call.Now) == InstanceState.Running;
    }

    private protected override void Write(ResponseWriter response, Instance item, Call call)
    {
        var checks = item.Life.ChecksAt(call.Now);
        response.Text("instanceId", item.Id);
        response.Text("availabilityZone", item.Zone);
        response.Text("availabilityZoneId", ZoneId.Of(call.Region, item.Zone));
        response.WriteFlag("operator", "managed", false);
        response.WriteState("instanceState", item.Life.StateAt(call.Now));
        WriteCheck(response, "systemStatus", checks.System);
        WriteCheck(response, "instanceStatus", checks.Instance);
    }

    private static void WriteCheck(ResponseWriter response, string name, string status)
    {
        response.Open(name);
        response.Text("status", status);
        if (StatusChecks.Reachability(status) is { } reachability)
        {
            response.List("details", [reachability], static (writer, passed) =>
            {
                writer.Text("name", "reachability");
                writer.Text("status", passed);
            });
        }

        response.Close(name);
    }
}
