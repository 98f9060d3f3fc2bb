using Amicast.Simulator.Ec2.Instances;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Account.Taking;

/// <summary>Takes down an instance. One that is stopping is stopped; one that is shutting down or terminated is not taken down.</summary>
internal static class InstanceTaking
{
    internal static Func<Instance, bool> StaysAt(DateTimeOffset now) => instance =>
        instance.Life.StateAt(now) is var state && state != InstanceState.ShuttingDown && state != InstanceState.Terminated;

    internal static InstanceDocument Of(Instance instance, DateTimeOffset now)
    {
        var volumes = instance.VolumesAt(now).Select(VolumeTaking.Attached).ToList();
        var document = new InstanceDocument(
            instance.Id,
            Name: null,
            instance.InstanceType,
            instance.Architecture,
            IsStopped(instance, now) ? "stopped" : "running",
            instance.ImageId,
            volumes,
            new OrderedDictionary<string, string>(instance.Tags))
        {
            RootDeviceName = instance.RootDeviceName == volumes[0].Device ? null : instance.RootDeviceName,
            LaunchTime = instance.LaunchedAt,
            Place = Place(instance),
            Launch = Launch(instance),
        };
        return IsStopped(instance, now)
            ? document with { StateReason = Reason(instance.Life.ReasonAt(now)) }
            : Ahead(document, instance.Life.AheadAt(now));
    }

    internal static StateReasonDocument? Reason(StateReason? reason) => reason is null ? null : new(reason.Code, reason.Message);

    private static bool IsStopped(Instance instance, DateTimeOffset now) =>
        instance.Life.StateAt(now) is var state && (state == InstanceState.Stopped || state == InstanceState.Stopping);

    private static InstanceDocument Ahead(InstanceDocument document, LifeAhead ahead) => document with
    {
        Status = ahead.Checks == StatusChecks.Impaired ? "impaired" : "ok",
        RunningAt = ahead.RunningAt,
        StatusCheckedAt = ahead.CheckedAt,
        Termination = ahead.Death is { } death ? new(death.At, death.TerminatedAt, Reason(death.Reason)) : null,
    };

    private static InstancePlaceDocument Place(Instance instance) => new()
    {
        AvailabilityZone = instance.Zone,
        SubnetId = instance.SubnetId,
        VpcId = instance.VpcId,
        SecurityGroupIds = instance.SecurityGroupIds,
        PrivateIpAddress = instance.PrivateIpAddress,
    };

    private static InstanceLaunchDocument Launch(Instance instance) => new()
    {
        ReservationId = instance.ReservationId,
        AmiLaunchIndex = instance.LaunchIndex,
        ClientToken = instance.ClientToken,
        LaunchTemplate = instance.Template is { } template ? new(template.Id, (int)template.Version) : null,
        KeyName = instance.KeyName,
        IamInstanceProfileArn = instance.IamInstanceProfileArn,
        InstanceLifecycle = instance.IsSpot ? "spot" : null,
        EbsOptimized = instance.EbsOptimized,
        Monitoring = instance.Monitoring,
        DisableApiTermination = instance.DisableApiTermination,
        DisableApiStop = instance.DisableApiStop,
        ProductCodes = instance.ProductCodes,
        InstanceInitiatedShutdownBehavior = instance.ShutdownBehavior,
        UserData = instance.UserData,
        MetadataOptions = Metadata(instance.Metadata),
    };

    private static MetadataOptionsDocument? Metadata(MetadataOptions options) => options == MetadataOptions.Default
        ? null
        : new(options.HttpTokens, options.HttpEndpoint, options.HttpPutResponseHopLimit);
}
