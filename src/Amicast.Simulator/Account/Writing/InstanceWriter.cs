using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account.Writing;

/// <summary>Writes an instance of an account document.</summary>
internal static class InstanceWriter
{
    internal static DocumentWriter Write(InstanceDocument instance) => new DocumentWriter()
        .Text("instanceId", instance.InstanceId)
        .Text("name", instance.Name)
        .Text("instanceType", instance.InstanceType)
        .Text("architecture", instance.Architecture, Ec2.Instances.InstanceTypes.ArchitectureOf(instance.InstanceType))
        .Text("state", instance.State, "running")
        .Text("imageId", instance.ImageId)
        .Moment("launchTime", instance.LaunchTime)
        .With(instance.Place, Place)
        .With(instance.Launch, Launch)
        .Text("rootDeviceName", instance.RootDeviceName)
        .Objects("volumes", instance.Volumes, VolumeWriter.Attached)
        .TextByName("tags", instance.Tags)
        .Text("status", instance.Status, "ok")
        .Moment("runningAt", instance.RunningAt)
        .Moment("statusCheckedAt", instance.StatusCheckedAt)
        .Part("stateReason", instance.StateReason, SnapshotWriter.Reason)
        .Part("termination", instance.Termination, Termination);

    internal static DocumentWriter Metadata(MetadataOptionsDocument options) => new DocumentWriter()
        .Text("httpTokens", options.HttpTokens)
        .Text("httpEndpoint", options.HttpEndpoint)
        .Whole("httpPutResponseHopLimit", options.HttpPutResponseHopLimit);

    private static DocumentWriter Place(DocumentWriter writer, InstancePlaceDocument place) => writer
        .Text("availabilityZone", place.AvailabilityZone)
        .Text("subnetId", place.SubnetId)
        .Text("vpcId", place.VpcId)
        .Texts("securityGroupIds", place.SecurityGroupIds)
        .Text("privateIpAddress", place.PrivateIpAddress);

    private static DocumentWriter Launch(DocumentWriter writer, InstanceLaunchDocument launch) => writer
        .Text("reservationId", launch.ReservationId)
        .Whole("amiLaunchIndex", launch.AmiLaunchIndex, 0)
        .Text("clientToken", launch.ClientToken)
        .Part("launchTemplate", launch.LaunchTemplate, Template)
        .Text("keyName", launch.KeyName)
        .Text("iamInstanceProfileArn", launch.IamInstanceProfileArn)
        .Text("instanceLifecycle", launch.InstanceLifecycle)
        .Flag("ebsOptimized", launch.EbsOptimized)
        .Flag("monitoring", launch.Monitoring)
        .Flag("disableApiTermination", launch.DisableApiTermination)
        .Flag("disableApiStop", launch.DisableApiStop)
        .Texts("productCodes", launch.ProductCodes)
        .Text("instanceInitiatedShutdownBehavior", launch.InstanceInitiatedShutdownBehavior, "stop")
        .Text("userData", launch.UserData)
        .Part("metadataOptions", launch.MetadataOptions, Metadata);

    private static DocumentWriter Template(InstanceTemplateDocument template) => new DocumentWriter()
        .Text("launchTemplateId", template.LaunchTemplateId)
        .Whole("version", template.Version);

    private static DocumentWriter Termination(TerminationDocument termination) => new DocumentWriter()
        .Moment("at", termination.At)
        .Moment("terminatedAt", termination.TerminatedAt)
        .Part("reason", termination.Reason, SnapshotWriter.Reason);
}
