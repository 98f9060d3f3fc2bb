using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>An EC2 instance.</summary>
internal sealed class Instance : Resource
{
    /// <summary>How long a terminated instance is still shown.</summary>
    private static readonly TimeSpan ShownAfterTermination = TimeSpan.FromHours(1);

    internal required string ReservationId { get; init; }

    internal required string? ImageId { get; init; }

    internal required string InstanceType { get; init; }

    internal required string Architecture { get; init; }

    internal required string RootDeviceName { get; init; }

    internal required string Zone { get; init; }

    internal required string SubnetId { get; init; }

    internal required string VpcId { get; init; }

    internal required string PrivateIpAddress { get; init; }

    internal required IReadOnlyList<string> SecurityGroupIds { get; init; }

    internal required IReadOnlyList<Volume> Volumes { get; init; }

    internal required InstanceLife Life { get; init; }

    internal string? KeyName { get; init; }

    internal string? ClientToken { get; init; }

    internal int LaunchIndex { get; init; }

    internal string? IamInstanceProfileArn { get; init; }

    internal bool IsSpot { get; init; }

    internal bool EbsOptimized { get; init; }

    internal bool Monitoring { get; init; }

    internal bool DisableApiTermination { get; init; }

    internal bool DisableApiStop { get; init; }

    /// <summary>Of what the AWS Marketplace sells.</summary>
    internal IReadOnlyList<string> ProductCodes { get; init; } = [];

    /// <summary>What a shutdown from within does: stop or terminate.</summary>
    internal string ShutdownBehavior { get; init; } = "stop";

    /// <summary>In base64, as it was given.</summary>
    internal string? UserData { get; init; }

    internal MetadataOptions Metadata { get; init; } = MetadataOptions.Default;

    /// <summary>The launch template it was launched from.</summary>
    internal (string Id, long Version)? Template { get; init; }

    internal DateTimeOffset LaunchedAt { get; set; }

    internal override string ResourceType => "instance";

    internal IEnumerable<Volume> VolumesAt(DateTimeOffset now) => Volumes.Where(volume => volume.Exists(now) && volume.AttachmentAt(now) is not null);

    internal void Stop(DateTimeOffset now, Durations durations)
    {
        Life.Stop(now, durations);

        // An instance that was about to die of a fault no longer is.
        GoneAt = DateTimeOffset.MaxValue;
        foreach (var volume in VolumesAt(now))
        {
            (volume.DetachedAt, volume.GoneAt) = (DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);
        }
    }

    /// <summary>Terminates it; its volumes go with it or stay behind, as each one's DeleteOnTermination says.</summary>
    internal void Terminate(DateTimeOffset now, Durations durations, StateReason? reason = null)
    {
        EndAt(Life.Terminate(now, durations, reason), now);
    }

    /// <summary>What its end, which <see cref="Life"/> has, means for the rest of it.</summary>
    internal void EndAt(DateTimeOffset terminated, DateTimeOffset now)
    {
        GoneAt = terminated + ShownAfterTermination;
        foreach (var volume in VolumesAt(now))
        {
            volume.DetachedAt = terminated;
            if (volume.Attachment is { DeleteOnTermination: true })
            {
                volume.GoneAt = terminated;
            }
        }
    }
}

/// <summary>The options of the instance metadata service.</summary>
internal sealed record MetadataOptions(string HttpTokens, string HttpEndpoint, int HttpPutResponseHopLimit)
{
    internal static MetadataOptions Default { get; } = new("required", "enabled", 2);
}
