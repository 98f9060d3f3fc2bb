using System.Text;
using Amicast.Simulator.Tests.Fuzz;

namespace Amicast.Simulator.Tests.Iam;

/// <summary>Calls on the rich account, and what each asked for.</summary>
internal static class AuthorizedCalls
{
    private const string Tagged =
        "TagSpecification.1.ResourceType=image&TagSpecification.1.Tag.1.Key=amicast:run&TagSpecification.1.Tag.1.Value=web&" +
        "TagSpecification.2.ResourceType=snapshot&TagSpecification.2.Tag.1.Key=amicast:run&TagSpecification.2.Tag.1.Value=web&TagSpecification.2.Tag.2.Key=Stage&TagSpecification.2.Tag.2.Value=live";

    private const string Fleet =
        "Type=instant&TargetCapacitySpecification.TotalTargetCapacity=2&TagSpecification.1.ResourceType=fleet&TagSpecification.1.Tag.1.Key=amicast:run&TagSpecification.1.Tag.1.Value=web&" +
        "TagSpecification.2.ResourceType=instance&TagSpecification.2.Tag.1.Key=amicast:run&TagSpecification.2.Tag.1.Value=web&LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version=1&";

    private const string SnapshotTag = "TagSpecification.1.ResourceType=snapshot&TagSpecification.1.Tag.1.Key=amicast:run&TagSpecification.1.Tag.1.Value=web";
    private const string Key = "BlockDeviceMapping.1.DeviceName=/dev/xvda&BlockDeviceMapping.1.Ebs.Encrypted=true&BlockDeviceMapping.1.Ebs.KmsKeyId=alias/ami";

    /// <summary>One valid call of every operation.</summary>
    internal static IReadOnlyList<WireRequest> OfEveryOperation()
    {
        using var cloud = new FuzzedCloud(account: RichAccount.Json);
        return
        [
            .. ValidRequests.OfEc2(cloud).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => WireRequest.Ec2(one.Key, one.Value)),
            .. ValidRequests.OfOtherServices,
            WireRequest.Json("events", "PutEvents", """{"Entries":[{"Source":"shop","DetailType":"Sold","Detail":"{}"}]}"""),
        ];
    }

    /// <summary>Calls with all that they can ask for, by what is to be seen.</summary>
    internal static IReadOnlyList<(string Title, WireRequest Request)> Rich { get; } =
    [
        ("CreateImage with tags asks to tag the image and its snapshots", Ec2("CreateImage", $"InstanceId={FuzzedCloud.InstanceId}&Name=web-1&{Tagged}")),
        ("CopyImage to another Region under a key asks for both keys, each in its Region", Copy($"SourceImageId={FuzzedCloud.ImageId}&{Tagged}")),
        ("CopyImage of an unencrypted image asks for the key that it is to be under", Copy("SourceImageId=ami-0a1b2c3d4e5f60009")),
        ("CopyImage of another account's image sees none of its tags", Copy("SourceImageId=ami-0a1b2c3d4e5f61111")),
        ("DeregisterImage with its snapshots asks to delete each", Ec2("DeregisterImage", $"ImageId={FuzzedCloud.ImageId}&DeleteAssociatedSnapshots=true")),
        ("ModifyImageAttribute says the attribute and not for whom", Ec2("ModifyImageAttribute", $"ImageId={FuzzedCloud.ImageId}&LaunchPermission.Add.1.UserId=111122223333&LaunchPermission.Add.2.OrganizationArn=arn:aws:organizations::123456789012:organization/o-exampleorgid")),
        ("ModifyImageAttribute says the new description", Ec2("ModifyImageAttribute", $"ImageId={FuzzedCloud.ImageId}&Description.Value=new")),
        ("ModifySnapshotAttribute says for whom", Ec2("ModifySnapshotAttribute", $"SnapshotId={FuzzedCloud.FreeSnapshotId}&CreateVolumePermission.Add.1.UserId=111122223333&CreateVolumePermission.Add.2.UserId=444455556666&CreateVolumePermission.Add.3.Group=all")),
        ("ModifySnapshotAttribute says from whom", Ec2("ModifySnapshotAttribute", $"SnapshotId={FuzzedCloud.FreeSnapshotId}&OperationType=remove&UserGroup.1=all")),
        ("RunInstances without a template knows of none", Ec2("RunInstances", $"ImageId={FuzzedCloud.ImageId}&InstanceType=t3.small&MinCount=1&MaxCount=1&SubnetId=subnet-0000000a&IamInstanceProfile.Name=other")),
        ("RunInstances from a template asks for what the template names, and for tagging with its tags", Ec2("RunInstances", $"MinCount=1&MaxCount=1&LaunchTemplate.LaunchTemplateId={RichAccount.ProfileTemplateId}")),
        ("RunInstances over a template tells what is not the template's", Ec2("RunInstances", $"MinCount=1&MaxCount=1&LaunchTemplate.LaunchTemplateName=profile&LaunchTemplate.Version=1&ImageId=ami-0a1b2c3d4e5f60009&TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=amicast:run&TagSpecification.1.Tag.1.Value=web&TagSpecification.2.ResourceType=volume&TagSpecification.2.Tag.1.Key=amicast:run&TagSpecification.2.Tag.1.Value=web")),
        ("RunInstances on Spot asks for the service-linked role that is missing", Ec2("RunInstances", $"ImageId=ami-0a1b2c3d4e5f60009&MinCount=1&MaxCount=1&InstanceMarketOptions.MarketType=spot")),
        ("CreateFleet asks for itself, then each pool as RunInstances does", Ec2("CreateFleet", $"{Fleet}LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateId={RichAccount.ProfileTemplateId}&LaunchTemplateConfigs.1.Overrides.1.ImageId={FuzzedCloud.ImageId}&LaunchTemplateConfigs.1.Overrides.1.InstanceType=m7i.xlarge")),
        ("CreateFleet with a template by its name asks for any", Ec2("CreateFleet", $"{Fleet}LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateName=web&LaunchTemplateConfigs.1.Overrides.1.SubnetId=subnet-0000000c")),
        ("CreateLaunchTemplate with tags asks to tag it, and for nothing that it names", Ec2("CreateLaunchTemplate", $"LaunchTemplateName=new&LaunchTemplateData.ImageId={FuzzedCloud.ImageId}&LaunchTemplateData.IamInstanceProfile.Name=web&TagSpecification.1.ResourceType=launch-template&TagSpecification.1.Tag.1.Key=amicast:run&TagSpecification.1.Tag.1.Value=web")),
        ("CreateLaunchTemplateVersion does not ask to pass a role", Ec2("CreateLaunchTemplateVersion", $"LaunchTemplateName=web&SourceVersion=1&LaunchTemplateData.IamInstanceProfile.Name=web")),
        ("CreateSnapshots with tags asks to tag them", Ec2("CreateSnapshots", $"InstanceSpecification.InstanceId={FuzzedCloud.InstanceId}&{SnapshotTag}")),
        ("RegisterImage with tags asks to tag the image", Ec2("RegisterImage", $"Name=registered&RootDeviceName=/dev/xvda&BlockDeviceMapping.1.DeviceName=/dev/xvda&BlockDeviceMapping.1.Ebs.SnapshotId={FuzzedCloud.FreeSnapshotId}&{SnapshotTag.Replace("snapshot", "image", StringComparison.Ordinal)}")),
        ("CreateVolume of an encrypted snapshot asks for its key", Ec2("CreateVolume", "AvailabilityZone=us-east-1a&SnapshotId=snap-0a1b2c3d4e5f60001&TagSpecification.1.ResourceType=volume&TagSpecification.1.Tag.1.Key=k&TagSpecification.1.Tag.1.Value=v")),
        ("CreateVolume under another key asks for both", Ec2("CreateVolume", "AvailabilityZone=us-east-1a&SnapshotId=snap-0a1b2c3d4e5f61111&Encrypted=true&KmsKeyId=alias/ami")),
        ("RunInstances under another key asks for both", Ec2("RunInstances", $"ImageId=ami-0a1b2c3d4e5f61111&MinCount=1&MaxCount=1&{Key}")),
        ("CreateFleet under another key asks for both", Ec2("CreateFleet", $"{Fleet}LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateName=web&LaunchTemplateConfigs.1.Overrides.1.ImageId=ami-0a1b2c3d4e5f61111&LaunchTemplateConfigs.1.Overrides.1.{Key.Replace("&", "&LaunchTemplateConfigs.1.Overrides.1.", StringComparison.Ordinal)}")),
        ("CopySnapshot under another key asks for both", Ec2("CopySnapshot", $"SourceRegion=us-east-1&SourceSnapshotId=snap-0a1b2c3d4e5f60001&Encrypted=true&KmsKeyId=alias/ami&{SnapshotTag}") with { Region = "eu-central-1" }),
        ("PutParameter of a new parameter asks to tag it, and to look the image up", WireRequest.Json("ssm", "PutParameter", """{"Name":"/amicast/new","Value":"ami-0a1b2c3d4e5f60001","Type":"String","DataType":"aws:ec2:image","Tags":[{"Key":"amicast:run","Value":"web"}]}""")),
        ("PutParameter over a parameter says so", WireRequest.Json("ssm", "PutParameter", """{"Name":"/amicast/web","Value":"ami-0a1b2c3d4e5f60001","Overwrite":true}""")),
        ("PutEvents asks for each entry", WireRequest.Json("events", "PutEvents", """{"Entries":[{"Source":"shop","DetailType":"Sold","Detail":"{}"},{"Source":"till","DetailType":"Opened","Detail":"{}","EventBusName":"default"}]}""")),
        ("DescribeKey by an alias says the alias", WireRequest.Json("kms", "DescribeKey", """{"KeyId":"alias/ami"}""")),
    ];

    /// <summary>The requests of a call, in a cloud of its own, as text. The call succeeds.</summary>
    internal static Recorder Carry(WireRequest request, Action<FuzzedCloud>? before = null)
    {
        var recorder = new Recorder();
        using var cloud = new FuzzedCloud(recorder, RichAccount.Json);
        before?.Invoke(cloud);
        recorder.Requests.Clear();
        var (status, text) = cloud.Send(request);
        Assert.True((int)status == 200, $"{request}: {text}");
        return recorder;
    }

    private static WireRequest Ec2(string operation, string form) => WireRequest.Ec2(operation, form.Split('&'));

    private static WireRequest Copy(string form) => Ec2("CopyImage", $"SourceRegion=us-east-1&Name=web-1&Encrypted=true&KmsKeyId=alias/ami&{form}") with { Region = "eu-central-1" };

    /// <summary>The service and the operation: <c>ec2:CreateImage</c>.</summary>
    internal static string OperationOf(WireRequest request) =>
        $"{request.Service}:{request.Target?.Split('.')[1] ?? Encoding.UTF8.GetString(request.Body).Split('&')[0]["Action=".Length..]}";
}
