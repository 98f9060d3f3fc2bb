using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Snapshots;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Templates;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Events;
using Amicast.Simulator.Faults;
using Amicast.Simulator.Iam.Authorization.Ec2;

namespace Amicast.Simulator.Ec2.Instances;

/// <summary>Makes the instances of a launch, with their volumes.</summary>
internal static class Launch
{
    /// <exception cref="Ec2Exception">InsufficientInstanceCapacity.</exception>
    internal static IReadOnlyList<Instance> Carry(Call call, LaunchPlan plan, int least, int most)
    {
        // A choice: where capacity does not lack, what is between MinCount and MaxCount is always launched.
        var count = Math.Min(Math.Max(least, most), call.StrikeOf(FaultKind.NoCapacity)?.Room ?? int.MaxValue);
        if (count < least)
        {
            throw InstanceErrors.NoCapacity(plan.InstanceType, plan.Zone);
        }

        if (plan.Settings.MarketType == "spot")
        {
            call.Account.Roles.MakeServiceLinkedRole(SpotRole.Service);
        }

        var visibility = call.NewVisibility();
        var ofKeys = DeathByKeys(call, plan);
        var reservationId = call.Account.Ids.Next("r");
        var instances = Enumerable.Range(0, count)
            .Select(index => Make(call, plan, visibility, DrawFate(call, plan, ofKeys), reservationId, index))
            .ToList();
        foreach (var instance in instances)
        {
            call.Region.Instances.Add(instance);
            foreach (var volume in instance.Volumes)
            {
                call.Region.Volumes.Add(volume);
            }

            call.Announce(instance);
        }

        return instances;
    }

    private static Instance Make(Call call, LaunchPlan plan, Func<Visibility> visibility, Fate fate, string reservationId, int index)
    {
        var (account, settings) = (call.Account, plan.Settings);
        var id = account.Ids.Next("i");
        var instance = new Instance
        {
            Id = id,
            OwnerId = call.AccountId,
            CreatedAt = call.Now,
            LaunchedAt = call.Now,
            Visibility = visibility(),
            Tags = TagsOf(plan),
            ReservationId = reservationId,
            ImageId = plan.Image.Id,
            InstanceType = plan.InstanceType,
            Architecture = plan.Image.Architecture,
            RootDeviceName = plan.Image.RootDeviceName,
            Zone = plan.Zone,
            SubnetId = plan.SubnetId,
            VpcId = call.Region.Vpc.VpcId,
            PrivateIpAddress = call.Region.Vpc.NextAddress(),
            SecurityGroupIds = plan.SecurityGroupIds,
            Volumes = [.. plan.Devices.Select(device => Volume(call, plan, device, id, visibility()))],
            Life = InstanceLife.Launched(call.Now, account.Durations, fate.IsImpaired),
            KeyName = settings.KeyName,
            ClientToken = call.Parameters.Text("ClientToken"),
            LaunchIndex = index,
            IamInstanceProfileArn = ProfileArn(call, settings),
            IsSpot = settings.MarketType == "spot",
            EbsOptimized = settings.EbsOptimized == true,
            Monitoring = settings.Monitoring == true,
            ProductCodes = plan.Image.ProductCodes,
            DisableApiTermination = settings.DisableApiTermination == true,
            ShutdownBehavior = settings.ShutdownBehavior ?? "stop",
            UserData = settings.UserData,
            Metadata = MetadataOf(settings),
            Template = plan.Template,
        };
        if (fate.Death is { } reason)
        {
            instance.Terminate(call.Now + account.Durations.Death(), account.Durations, reason);
        }

        return instance;
    }

    // Instances fail one by one: of a launch some may live.
    private static Fate DrawFate(Call call, LaunchPlan plan, StateReason? ofKeys)
    {
        var failure = call.StrikeOf(FaultKind.InstanceFails);
        var ofChance = failure is not { Impaired: false } ? null : plan.Settings.MarketType == "spot" ? InstanceErrors.SpotInterrupted : InstanceErrors.LaunchFailed;
        return new(failure is { Impaired: true }, ofKeys ?? ofChance);
    }

    /// <summary>A key that cannot be used shows only after the launch: EC2 takes the request and the instances die.</summary>
    private static StateReason? DeathByKeys(Call call, LaunchPlan plan)
    {
        var bad = plan.Devices.SelectMany(device => new[] { device.Key, device.SnapshotKey }).FirstOrDefault(key => !call.CanUse(key));
        return bad switch
        {
            { Exists: true } key when key.IsOpenTo(call.AccountId) => InstanceErrors.KeyNotEnabled,
            { } => InstanceErrors.LaunchFailed,
            null => MayEncrypt(call, plan) ? null : InstanceErrors.LaunchFailed,
        };
    }

    private static bool MayEncrypt(Call call, LaunchPlan plan) =>
        plan.Devices.Select(device => (device.SnapshotKey, device.Key)).Distinct().All(keys => call.MayEncrypt(keys.SnapshotKey, keys.Key));

    /// <summary>The request's and the template's tags, and those by which EC2 itself says where the instance is from.</summary>
    private static TagSet TagsOf(LaunchPlan plan)
    {
        var tags = plan.Settings.Tags.For("instance");
        if (plan.Template is { } template)
        {
            tags.Set("aws:ec2launchtemplate:id", template.Id);
            tags.Set("aws:ec2launchtemplate:version", $"{template.Version}");
        }

        return tags;
    }

    private static Volume Volume(Call call, LaunchPlan plan, LaunchDevice device, string instanceId, Visibility visibility) => new()
    {
        Id = call.Account.Ids.Next("vol"),
        OwnerId = call.AccountId,
        CreatedAt = call.Now,
        Visibility = visibility,
        Tags = plan.Settings.Tags.For("volume"),
        SizeGiB = device.SizeGiB,
        VolumeType = device.VolumeType,
        Zone = plan.Zone,
        Key = device.Key,
        SnapshotId = device.SnapshotId,
        Attachment = new(instanceId, device.DeviceName, call.Now, device.DeleteOnTermination),
    };

    internal static string? ProfileArn(Call call, LaunchSettings settings) => settings switch
    {
        { IamInstanceProfileArn: { } arn } => arn,
        { IamInstanceProfileName: { } name } => $"arn:aws:iam::{call.AccountId}:instance-profile/{name}",
        _ => null,
    };

    internal static MetadataOptions MetadataOf(LaunchSettings settings)
    {
        var standard = MetadataOptions.Default;
        return new(
            settings.HttpTokens ?? standard.HttpTokens,
            settings.HttpEndpoint ?? standard.HttpEndpoint,
            settings.HttpPutResponseHopLimit ?? standard.HttpPutResponseHopLimit);
    }

    /// <summary>What becomes of all instances of a launch alike.</summary>
    private sealed record Fate(bool IsImpaired, StateReason? Death);
}
