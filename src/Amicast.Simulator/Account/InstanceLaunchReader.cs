using System.Net;
using System.Net.Sockets;
using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Account;

/// <summary>Reads how and where an instance of an account document was launched.</summary>
internal static class InstanceLaunchReader
{
    internal static InstancePlaceDocument ReadPlace(DocumentObject instance, RegionNames names) => new()
    {
        AvailabilityZone = VolumeReader.ReadZone(instance, names),
        SubnetId = instance.Id("subnetId", "subnet"),
        VpcId = instance.Id("vpcId", "vpc"),
        SecurityGroupIds = instance.Ids("securityGroupIds", "sg"),
        PrivateIpAddress = instance.Text("privateIpAddress", IsAddress, "an IPv4 address such as 172.31.4.5"),
    };

    internal static InstanceLaunchDocument Read(DocumentObject instance) => new()
    {
        ReservationId = instance.Id("reservationId", "r"),
        AmiLaunchIndex = instance.Whole("amiLaunchIndex", 0, int.MaxValue) ?? 0,
        ClientToken = instance.Text("clientToken"),
        LaunchTemplate = instance.Object("launchTemplate", template => new InstanceTemplateDocument(
            template.OwnId("launchTemplateId", "lt", []),
            template.Whole("version", 1, int.MaxValue) ?? 1)),
        KeyName = instance.Text("keyName"),
        IamInstanceProfileArn = instance.Text("iamInstanceProfileArn"),
        InstanceLifecycle = instance.Text("instanceLifecycle", text => text is "spot", "spot"),
        EbsOptimized = instance.Flag("ebsOptimized") == true,
        Monitoring = instance.Flag("monitoring") == true,
        DisableApiTermination = instance.Flag("disableApiTermination") == true,
        DisableApiStop = instance.Flag("disableApiStop") == true,
        ProductCodes = instance.Texts("productCodes"),
        InstanceInitiatedShutdownBehavior = instance.Text("instanceInitiatedShutdownBehavior") ?? "stop",
        UserData = instance.Text("userData"),
        MetadataOptions = instance.Object("metadataOptions", ReadMetadata),
    };

    internal static MetadataOptionsDocument ReadMetadata(DocumentObject options) => new(
        options.Text("httpTokens"),
        options.Text("httpEndpoint"),
        options.Whole("httpPutResponseHopLimit", int.MinValue, int.MaxValue));

    private static bool IsAddress(string text) => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork;
}
