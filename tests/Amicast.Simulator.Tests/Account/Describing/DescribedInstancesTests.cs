using Amicast.Simulator.Account.Describing;
using Amicast.Simulator.Documents;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Tests.Account.Describing;

/// <summary>The output of <c>aws ec2 describe-instances</c> as an account.</summary>
public sealed class DescribedInstancesTests
{
    private static readonly string[] Others =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1",
        "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];

    /// <summary>Two Regions; of two reservations in the first one instance each, with most of the members that the AWS CLI prints.</summary>
    internal static string Output => """
        {
            "Reservations": [
                {
                    "ReservationId": "r-0b1c2d3e4f5061728",
                    "OwnerId": "210987654321",
                    "Groups": [],
                    "Instances": [
                        {
                            "Architecture": "x86_64",
                            "BlockDeviceMappings": [
                                { "DeviceName": "/dev/sdf", "Ebs": { "AttachTime": "2026-03-01T10:00:00+00:00", "DeleteOnTermination": false, "Status": "attached", "VolumeId": "vol-0aaaaaaaaaaaaaaa2" } },
                                { "DeviceName": "/dev/xvda", "Ebs": { "AttachTime": "2026-02-03T04:05:07+00:00", "DeleteOnTermination": true, "Status": "attached", "VolumeId": "vol-0aaaaaaaaaaaaaaa1" } }
                            ],
                            "ClientToken": "11111111-2222-3333-4444-555555555555",
                            "EbsOptimized": true, "EnaSupport": true, "Hypervisor": "xen", "CurrentInstanceBootMode": "uefi",
                            "IamInstanceProfile": { "Arn": "arn:aws:iam::210987654321:instance-profile/web", "Id": "AIPAEXAMPLE" },
                            "NetworkInterfaces": [ { "NetworkInterfaceId": "eni-0123456789abcdef0", "Status": "in-use" } ],
                            "RootDeviceName": "/dev/xvda", "RootDeviceType": "ebs",
                            "SecurityGroups": [ { "GroupId": "sg-0cccccccccccccccc", "GroupName": "web" } ],
                            "SourceDestCheck": true,
                            "Tags": [ { "Key": "Name", "Value": "web" }, { "Key": "aws:autoscaling:groupName", "Value": "web" } ],
                            "VirtualizationType": "hvm",
                            "CpuOptions": { "CoreCount": 1, "ThreadsPerCore": 2 },
                            "MetadataOptions": { "State": "applied", "HttpTokens": "optional", "HttpPutResponseHopLimit": 1, "HttpEndpoint": "enabled", "InstanceMetadataTags": "disabled" },
                            "InstanceId": "i-0aaaaaaaaaaaaaaaa", "ImageId": "ami-0dddddddddddddddd",
                            "State": { "Code": 16, "Name": "running" },
                            "PrivateDnsName": "ip-10-0-1-23.ec2.internal", "PublicDnsName": "", "StateTransitionReason": "",
                            "KeyName": "ops", "AmiLaunchIndex": 0, "ProductCodes": [], "InstanceType": "m7i.large",
                            "LaunchTime": "2026-02-03T04:05:06+00:00",
                            "Placement": { "AvailabilityZoneId": "use1-az6", "GroupName": "", "Tenancy": "default", "AvailabilityZone": "us-east-1d" },
                            "Monitoring": { "State": "enabled" },
                            "SubnetId": "subnet-0eeeeeeeeeeeeeeee", "VpcId": "vpc-0ffffffffffffffff", "PrivateIpAddress": "10.0.1.23",
                            "SomethingNew": { "That": [ "nobody", "knows" ] }
                        },
                        { "InstanceId": "i-0bbbbbbbbbbbbbbbb", "State": { "Code": 48, "Name": "terminated" }, "InstanceType": "t3.micro" }
                    ]
                },
                {
                    "ReservationId": "r-0b1c2d3e4f5061729",
                    "OwnerId": "210987654321",
                    "Instances": [
                        {
                            "InstanceId": "i-0abcabcabcabcabca", "InstanceType": "m5.large", "State": { "Code": 16, "Name": "running" }, "RootDeviceType": "ebs",
                            "Placement": { "AvailabilityZone": "us-east-1-bos-1a" }
                        },
                        {
                            "InstanceId": "i-0abcabcabcabcabcb", "InstanceType": "m3.large", "State": { "Code": 16, "Name": "running" }, "RootDeviceType": "instance-store",
                            "Placement": { "AvailabilityZone": "us-east-1a" }
                        },
                        {
                            "InstanceId": "i-0abcabcabcabcabcc", "InstanceType": "t4g.small", "Architecture": "arm64", "InstanceLifecycle": "spot",
                            "State": { "Code": 64, "Name": "stopping" }, "StateReason": { "Code": "Client.UserInitiatedShutdown", "Message": "Client.UserInitiatedShutdown: User initiated shutdown" },
                            "Placement": { "AvailabilityZone": "ap-east-1a" }, "AmiLaunchIndex": 2, "LaunchTime": "2026-12-24T18:00:00.000Z", "ClientToken": "", "Monitoring": { "State": "disabled" },
                            "RootDeviceName": "/dev/sda1", "RootDeviceType": "ebs", "BlockDeviceMappings": [ { "DeviceName": "/dev/sda1", "Ebs": { "VolumeId": "vol-0aaaaaaaaaaaaaaa3" } } ]
                        }
                    ]
                }
            ]
        }
        """;

    private static readonly string Expected = $$"""
        {
          "accountId": "210987654321",
          "startsAt": "2026-12-26T00:00:00Z",
          "regions": [
            {
              "name": "us-east-1",
              "availabilityZones": [
                "us-east-1a",
                "us-east-1b",
                "us-east-1c",
                "us-east-1d"
              ],
              "keyPairs": [
                "ops"
              ],
              "instances": [
                {
                  "instanceId": "i-0aaaaaaaaaaaaaaaa",
                  "instanceType": "m7i.large",
                  "imageId": "ami-0dddddddddddddddd",
                  "launchTime": "2026-02-03T04:05:06Z",
                  "availabilityZone": "us-east-1d",
                  "subnetId": "subnet-0eeeeeeeeeeeeeeee",
                  "vpcId": "vpc-0ffffffffffffffff",
                  "securityGroupIds": [
                    "sg-0cccccccccccccccc"
                  ],
                  "privateIpAddress": "10.0.1.23",
                  "reservationId": "r-0b1c2d3e4f5061728",
                  "clientToken": "11111111-2222-3333-4444-555555555555",
                  "keyName": "ops",
                  "iamInstanceProfileArn": "arn:aws:iam::210987654321:instance-profile/web",
                  "ebsOptimized": true,
                  "monitoring": true,
                  "metadataOptions": {
                    "httpTokens": "optional",
                    "httpEndpoint": "enabled",
                    "httpPutResponseHopLimit": 1
                  },
                  "volumes": [
                    {
                      "device": "/dev/xvda",
                      "volumeId": "vol-0aaaaaaaaaaaaaaa1",
                      "sizeGiB": 8,
                      "deleteOnTermination": true,
                      "attachedAt": "2026-02-03T04:05:07Z"
                    },
                    {
                      "device": "/dev/sdf",
                      "volumeId": "vol-0aaaaaaaaaaaaaaa2",
                      "sizeGiB": 8,
                      "deleteOnTermination": false,
                      "attachedAt": "2026-03-01T10:00:00Z"
                    }
                  ],
                  "tags": {
                    "Name": "web",
                    "aws:autoscaling:groupName": "web"
                  }
                }
              ]
            },
            {
              "name": "ap-east-1",
              "optInStatus": "opted-in",
              "instances": [
                {
                  "instanceId": "i-0abcabcabcabcabcc",
                  "instanceType": "t4g.small",
                  "state": "stopped",
                  "launchTime": "2026-12-24T18:00:00Z",
                  "availabilityZone": "ap-east-1a",
                  "reservationId": "r-0b1c2d3e4f5061729",
                  "amiLaunchIndex": 2,
                  "instanceLifecycle": "spot",
                  "volumes": [
                    {
                      "device": "/dev/sda1",
                      "volumeId": "vol-0aaaaaaaaaaaaaaa3",
                      "sizeGiB": 8,
                      "deleteOnTermination": true
                    }
                  ],
                  "stateReason": {
                    "code": "Client.UserInitiatedShutdown",
                    "message": "Client.UserInitiatedShutdown: User initiated shutdown"
                  }
                }
              ]
            },
        {{string.Join(",\n", Others.Select(region => $"    {{\n      \"name\": \"{region}\"\n    }}"))}}
          ]
        }

        """;

    [Fact]
    public void The_output_becomes_an_account_with_every_Region_that_needs_no_opt_in()
    {
        var described = DescribedInstances.Parse(Output);

        Assert.True(DescribedInstances.IsOutput(Output));
        Assert.Equal(Expected, described.Account.ToJson());
        Assert.Equal(
            [
                "i-0abcabcabcabcabca was left out: us-east-1-bos-1a is not an Availability Zone, but a Local Zone or the like.",
                "i-0abcabcabcabcabcb was left out: it is instance-store backed.",
                "The output does not say how large volumes are, or whether they are encrypted: 3 volumes have 8 GiB, not encrypted.",
            ],
            described.Assumptions);
    }

    [Fact]
    public void A_cloud_can_be_founded_on_it()
    {
        var account = DescribedInstances.Parse(Output).Account;

        var inventory = new SimulatedCloud(new VirtualClock(account.StartsAt), new Chance(1), account).Inspect();

        Assert.Equal(
            ["i-0aaaaaaaaaaaaaaaa running ok", "i-0abcabcabcabcabcc stopped not-applicable"],
            inventory.Regions.Values.SelectMany(region => region.Instances).Select(instance => $"{instance.Id} {instance.State} {instance.InstanceStatus}"));
    }

    [Theory]
    [InlineData("""{ "Reservations": [] }""", "$.Reservations NoInstances")]
    [InlineData("""{ "Reservations": {} }""", "$.Reservations WrongType", "$.Reservations NoInstances")]
    [InlineData(
        """
        { "Reservations": [
          { "Instances": [{ "InstanceId": "web", "InstanceType": "large", "State": {}, "Placement": {}, "SecurityGroups": [{}] }] },
          { "OwnerId": "111122223333", "Instances": [{ "InstanceId": "i-00000001", "InstanceType": "t3.small", "BlockDeviceMappings": [{ "DeviceName": "/dev/sda1", "Ebs": { "VolumeId": 1 } }] }] },
          { "OwnerId": "444455556666", "Instances": [1] }] }
        """,
        "$.Reservations[0].OwnerId MissingProperty", "$.Reservations[0].Instances[0].InstanceId InvalidValue", "$.Reservations[0].Instances[0].State.Name MissingProperty",
        "$.Reservations[0].Instances[0].Placement.AvailabilityZone MissingProperty", "$.Reservations[0].Instances[0].InstanceType InvalidValue",
        "$.Reservations[0].Instances[0].BlockDeviceMappings MissingProperty", "$.Reservations[0].Instances[0].SecurityGroups[0].GroupId MissingProperty",
        "$.Reservations[1].OwnerId SeveralOwners", "$.Reservations[1].Instances[0].State MissingProperty", "$.Reservations[1].Instances[0].Placement MissingProperty",
        "$.Reservations[1].Instances[0].BlockDeviceMappings[0].Ebs.VolumeId WrongType", "$.Reservations[2].OwnerId SeveralOwners", "$.Reservations[2].Instances[0] WrongType")]
    public void What_is_wrong_is_reported_at_once(string output, params string[] problems)
    {
        var error = Assert.Throws<InvalidDocumentException>(() => DescribedInstances.Parse(output));

        Assert.Equal(problems, error.Problems.Select(problem => $"{problem.Path} {problem.Code}"));
    }

    [Theory]
    [InlineData("""{ "accountId": "123456789012", "regions": [] }""")]
    [InlineData("[]")]
    [InlineData("Reservations")]
    public void Anything_else_is_not_such_an_output(string text) => Assert.False(DescribedInstances.IsOutput(text));
}
