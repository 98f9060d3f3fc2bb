using System.Text.Json;
using Amicast.Aws;
using Amicast.Requests;
using Amazon.EC2.Model;

namespace Amicast.Tests.Requests;

public sealed class InstanceDescriptionReaderTests
{
    private const string Full =
        """
        {
          "instanceType": "m7i.large", "keyName": "web", "availabilityZone": "us-east-1a", "tenancy": "default", "iamInstanceProfile": "web",
          "networkInterfaces": [ { "subnetId": "subnet-0a1b2c3d", "securityGroupIds": ["sg-1"], "associatePublicIpAddress": true, "deleteOnTermination": true } ],
          "blockDevices": [
            { "device": "/dev/xvda", "sizeGiB": 40, "volumeType": "gp3", "iops": 4000, "throughput": 250, "deleteOnTermination": true, "encrypted": true, "kmsKeyId": "alias/ami" },
            { "device": "/dev/sdf", "exclude": true }
          ],
          "userData": "#!/bin/sh\necho ä", "tags": { "Role": "web" },
          "metadataOptions": { "httpTokens": "required", "httpEndpoint": "enabled", "httpPutResponseHopLimit": 2 },
          "monitoring": true, "ebsOptimized": true, "disableApiTermination": false, "instanceInitiatedShutdownBehavior": "terminate", "market": "spot"
        }
        """;

    private const string FullAsDocument =
        """
        {"instanceType":"m7i.large","keyName":"web","networkInterfaces":[{"subnetId":"subnet-0a1b2c3d","securityGroupIds":["sg-1"],"associatePublicIpAddress":true,"deleteOnTermination":true}],"availabilityZone":"us-east-1a","tenancy":"default","iamInstanceProfile":"web","blockDevices":[{"device":"/dev/xvda","sizeGiB":40,"volumeType":"gp3","iops":4000,"throughput":250,"deleteOnTermination":true,"encrypted":true,"kmsKeyId":"alias/ami"},{"device":"/dev/sdf","exclude":true}],"userData":{"base64":"IyEvYmluL3NoCmVjaG8gw6Q="},"tags":{"Role":"web"},"metadataOptions":{"httpTokens":"required","httpEndpoint":"enabled","httpPutResponseHopLimit":2},"monitoring":true,"ebsOptimized":true,"disableApiTermination":false,"instanceInitiatedShutdownBehavior":"terminate","market":"spot"}
        """;

    [Fact]
    public void A_full_description_is_read_and_written_with_what_it_says_and_nothing_else()
    {
        var (description, problems) = Read(Full);

        Assert.Empty(problems);
        Assert.Equal(FullAsDocument, Written(description!));
        Assert.Equal("{}", Written(Read("{}").Description!));
    }

    [Fact]
    public void User_data_as_base64_are_the_same_bytes_and_are_never_printed()
    {
        var (description, problems) = Read("""{ "userData": { "base64": "IyEvYmluL3NoCmVjaG8gw6Q=" } }""");

        Assert.Empty(problems);
        Assert.Equal(Read(Full).Description!.UserData, description!.UserData);
        Assert.Contains("UserData = 17 bytes of user data", description.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_with_a_description_is_reported_at_once()
    {
        var (_, problems) = Read(
            """
            {
              "instancetype": "m7i.large", "instanceType": "large", "securityGroupIds": ["web"], "subnetId": "net-1",
              "networkInterfaces": [ { "subnet": "subnet-0a1b2c3d" } ],
              "blockDevices": [ { "device": "/dev/sdb", "exclude": true, "sizeGiB": 1 }, { "device": "/dev/sdb", "kmsKeyId": "alias/ami" }, { "sizeGiB": 0, "volumeType": "gp4" } ],
              "userData": { "base64": "no base64!" }, "tags": { "amicast:run": "x" },
              "metadataOptions": { "httpTokens": "yes", "httpPutResponseHopLimit": 65 }, "monitoring": "on", "market": "Spot"
            }
            """);

        Assert.Equal(
            """
            $.overrides.instanceType: InvalidInstanceType: 'large' is not an instance type; write it like m7i.large
            $.overrides.securityGroupIds[0]: InvalidSecurityGroupId: 'web' is not a security group id; an id begins with 'sg-'
            $.overrides.subnetId: InvalidSubnetId: 'net-1' is not a subnet id; an id begins with 'subnet-'
            $.overrides.networkInterfaces[0].subnet: UnknownProperty: 'subnet' is not a property here; did you mean 'subnetId'?
            $.overrides.blockDevices[0].exclude: Conflict: more is said of a device that is left out; keep 'exclude' alone, or take it out
            $.overrides.blockDevices[1].kmsKeyId: Conflict: a key is named and 'encrypted' is not true; write "encrypted": true
            $.overrides.blockDevices[1].device: DuplicateDevice: '/dev/sdb' is listed already; give each device one entry
            $.overrides.blockDevices[2].device: Missing: 'device' is not given; name the device, e.g. /dev/sdb
            $.overrides.blockDevices[2].sizeGiB: OutOfRange: 0 is not a whole number from 1 to 65536; give one, or leave it out
            $.overrides.blockDevices[2].volumeType: UnknownValue: 'gp4' is not a value of 'volumeType'; did you mean 'gp2'?
            $.overrides.userData.base64: InvalidUserData: it is not base64; write it like the output of base64 --wrap=0
            $.overrides.tags['amicast:run']: ReservedTag: 'amicast:run' begins with a reserved prefix; 'aws:' is AWS's and 'amicast:' is Amicast's: choose another key
            $.overrides.metadataOptions.httpTokens: UnknownValue: 'yes' is not a value of 'httpTokens'; use one of: required, optional
            $.overrides.metadataOptions.httpPutResponseHopLimit: OutOfRange: 65 is not a whole number from 1 to 64; give one, or leave it out
            $.overrides.monitoring: WrongType: "on" is not true or false; write true or false
            $.overrides.market: UnknownValue: 'Spot' is not a value of 'market'; did you mean 'spot'?
            $.overrides.subnetId: Conflict: 'subnetId' stands beside 'networkInterfaces'; EC2 takes one or the other: put it into the network interface
            $.overrides.securityGroupIds: Conflict: 'securityGroupIds' stands beside 'networkInterfaces'; EC2 takes one or the other: put it into the network interface
            $.overrides.instancetype: UnknownProperty: 'instancetype' is not a property here; did you mean 'instanceType'?
            """,
            string.Join('\n', problems));
    }

    [Theory]
    [InlineData(16 * 1024, 0)]
    [InlineData((16 * 1024) + 1, 1)]
    public void User_data_are_held_to_16_KiB_in_both_forms(int bytes, int problems)
    {
        var text = new string('x', bytes);
        var base64 = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(text));

        Assert.Equal(problems, Read($$"""{ "userData": "{{text}}" }""").Problems.Count(p => p.Code == "TooLong"));
        Assert.Equal(problems, Read($$"""{ "userData": { "base64": "{{base64}}" } }""").Problems.Count(p => p.Code == "TooLong"));
    }

    [Fact]
    public void A_subnet_becomes_the_first_network_interface_of_a_template_with_the_groups_in_it()
    {
        var data = new InstanceDescription { SubnetId = "subnet-0a1b2c3d", SecurityGroupIds = ["sg-1"] }.ToTemplateData();

        var network = Assert.Single(data.NetworkInterfaces);
        Assert.Equal((0, "subnet-0a1b2c3d", "sg-1"), (network.DeviceIndex, network.SubnetId, Assert.Single(network.Groups)));
        Assert.Null(data.SecurityGroupIds);
    }

    [Fact]
    public void What_RunInstances_is_not_told_it_is_not_sent()
    {
        var request = new RunInstancesRequest();
        request.Describe(new InstanceDescription { InstanceType = "m7i.large" });

        var said = typeof(RunInstancesRequest).GetProperties().Where(p => p.CanWrite && p.DeclaringType == typeof(RunInstancesRequest) && p.GetValue(request) is not null).Select(p => p.Name);
        Assert.Equal(["InstanceType"], said.Where(name => name != "ClientToken"));
    }

    private static (InstanceDescription? Description, List<Problem> Problems) Read(string document)
    {
        var problems = new List<Problem>();
        using var json = JsonDocument.Parse($$"""{ "overrides": {{document}} }""");
        return (InstanceDescriptionReader.Read(ObjectReader.Open(json.RootElement.Clone(), "$", problems)!, "overrides"), problems);
    }

    private static string Written(InstanceDescription description) => JsonSerializer.Serialize(description, AmicastJson.Default.InstanceDescription);
}
