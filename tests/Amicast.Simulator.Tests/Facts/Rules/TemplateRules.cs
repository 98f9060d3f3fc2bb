using static Amicast.Simulator.Tests.Facts.Rules.Step;

namespace Amicast.Simulator.Tests.Facts.Rules;

/// <summary>Launch templates, their versions, and launches from them.</summary>
internal static class TemplateRules
{
    private const string Launch = "RunInstances&MinCount=1&MaxCount=1&LaunchTemplate.LaunchTemplateName=web";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "A version whose image is not there is made, with a warning",
            Shows("warning", "CreateLaunchTemplateVersion&LaunchTemplateName=web&LaunchTemplateData.ImageId=ami-00000000000000001", ""),
            Shows(
                "warning", "CreateLaunchTemplateVersion&LaunchTemplateName=web&LaunchTemplateData.ImageId=ami-00000000000000009",
                "InvalidAMIID.NotFoundThe image id '[ami-00000000000000009]' does not exist"),
            Shows(
                "warning", "CreateLaunchTemplate&LaunchTemplateName=new&LaunchTemplateData.ImageId=ami-web",
                "InvalidAMIID.MalformedInvalid id: \"ami-web\" (expecting \"ami-...\")"),
            Shows("versionNumber", "DescribeLaunchTemplateVersions&LaunchTemplateName=web", "4 3 2 1")),
        new(
            "A launch takes the default version unless another is said, and its own parameters go first",
            Shows("imageId", Launch, "ami-00000000000000001"),
            Shows("imageId", $"{Launch}&LaunchTemplate.Version=$Latest", "ami-00000000000000002"),
            Shows("imageId", $"{Launch}&LaunchTemplate.Version=1", "ami-00000000000000001"),
            Ok("ModifyLaunchTemplate&LaunchTemplateName=web&SetDefaultVersion=2"),
            Shows("imageId", Launch, "ami-00000000000000002"),
            Shows("instanceType", $"{Launch}&InstanceType=m7g.xlarge", "m7g.xlarge")),
        new(
            "The snapshots of a source version's devices are not inherited",
            Ok(
                "CreateLaunchTemplateVersion&LaunchTemplateName=web&LaunchTemplateData.BlockDeviceMapping.1.DeviceName=/dev/xvda"
                + "&LaunchTemplateData.BlockDeviceMapping.1.Ebs.SnapshotId=snap-00000000000000001&LaunchTemplateData.BlockDeviceMapping.1.Ebs.VolumeSize=40"),
            Shows("ebs", "DescribeLaunchTemplateVersions&LaunchTemplateName=web&LaunchTemplateVersion.1=3", "snap-0000000000000000140"),
            Ok("CreateLaunchTemplateVersion&LaunchTemplateName=web&SourceVersion=3&LaunchTemplateData.InstanceType=m7i.large"),
            Shows("ebs", "DescribeLaunchTemplateVersions&LaunchTemplateName=web&LaunchTemplateVersion.1=4", "40")),
        new(
            "A fleet names its version, and reports what it could not launch beside what it did",
            Fails(
                "CreateFleet&Type=instant&TargetCapacitySpecification.TotalTargetCapacity=1&LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateName=web",
                "MissingParameter 400: The request must contain the parameter LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version"),
            Shows(
                "errorCode",
                "CreateFleet&Type=instant&TargetCapacitySpecification.TotalTargetCapacity=1&LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateName=web"
                + "&LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version=1&LaunchTemplateConfigs.1.Overrides.1.ImageId=ami-00000000000000009"
                + "&LaunchTemplateConfigs.1.Overrides.2.ImageId=ami-00000000000000001",
                "InvalidAMIID.NotFound")),
    ];
}
