namespace Amicast.Simulator.Tests.Iam;

/// <summary>An account with all that a condition can look at: tags, keys, profiles, another account that shares. It has the ids of the fuzzed cloud.</summary>
internal static class RichAccount
{
    internal const string ProfileTemplateId = "lt-0a1b2c3d4e5f60002";

    internal const string Json = """
        {
          "accountId": "123456789012",
          "limits": { "requestThrottling": false },
          "roles": { "instanceProfiles": { "web": "service/web-role" }, "missingServiceLinkedRoles": ["spot.amazonaws.com"] },
          "otherAccounts": [
            {
              "accountId": "111122223333",
              "regions": [
                {
                  "name": "us-east-1",
                  "keys": [{ "keyId": "11111111-0000-4000-8000-000000000000", "sharedWith": ["123456789012"] }],
                  "images": [
                    {
                      "imageId": "ami-0a1b2c3d4e5f61111", "name": "shared", "tags": { "Secret": "yes" }, "launchPermissions": ["123456789012"],
                      "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-0a1b2c3d4e5f61111" }]
                    }
                  ],
                  "snapshots": [
                    {
                      "snapshotId": "snap-0a1b2c3d4e5f61111", "sizeGiB": 8, "kmsKeyId": "11111111-0000-4000-8000-000000000000",
                      "createVolumePermissions": ["123456789012"]
                    }
                  ]
                }
              ]
            }
          ],
          "regions": [
            {
              "name": "us-east-1",
              "keys": [{ "keyId": "0a1b2c3d-0000-4000-8000-000000000000", "aliases": ["alias/ami"] }],
              "defaultVpc": {
                "vpcId": "vpc-00000001", "securityGroupId": "sg-00000001",
                "subnetIds": { "us-east-1a": "subnet-0000000a", "us-east-1b": "subnet-0000000b", "us-east-1c": "subnet-0000000c" }
              },
              "instances": [
                {
                  "instanceId": "i-0123456789abcdef0", "name": "web", "instanceType": "m7i.large", "imageId": "ami-0a1b2c3d4e5f60001", "tags": { "Role": "web" },
                  "iamInstanceProfileArn": "arn:aws:iam::123456789012:instance-profile/web", "productCodes": ["a1b2c3"],
                  "volumes": [
                    { "device": "/dev/xvda", "volumeId": "vol-0123456789abcdef0", "sizeGiB": 8, "kmsKeyId": "alias/ami" },
                    { "device": "/dev/sdf", "volumeId": "vol-0123456789abcdef1", "sizeGiB": 10 }
                  ]
                }
              ],
              "images": [
                {
                  "imageId": "ami-0a1b2c3d4e5f60001", "name": "base", "tags": { "Role": "web" },
                  "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-0a1b2c3d4e5f60001" }]
                },
                { "imageId": "ami-0a1b2c3d4e5f60009", "name": "old", "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-0a1b2c3d4e5f60009" }] }
              ],
              "snapshots": [
                { "snapshotId": "snap-0a1b2c3d4e5f60001", "sizeGiB": 8, "kmsKeyId": "alias/ami", "tags": { "Role": "web" } },
                { "snapshotId": "snap-0a1b2c3d4e5f60009", "sizeGiB": 8, "tags": { "Role": "old" } }
              ],
              "launchTemplates": [
                {
                  "launchTemplateId": "lt-0a1b2c3d4e5f60001", "name": "web", "tags": { "Role": "web" },
                  "versions": [
                    { "imageId": "ami-0a1b2c3d4e5f60001", "instanceType": "m7i.large" },
                    { "imageId": "ami-0a1b2c3d4e5f60001", "instanceType": "t3.small" }
                  ]
                },
                {
                  "launchTemplateId": "lt-0a1b2c3d4e5f60002", "name": "profile",
                  "versions": [
                    {
                      "imageId": "ami-0a1b2c3d4e5f60001", "instanceType": "m7i.large", "keyName": "web", "iamInstanceProfile": "web", "tags": { "Role": "web" },
                      "networkInterfaces": [{ "deviceIndex": 0, "subnetId": "subnet-0000000b", "securityGroupIds": ["sg-0000000b"], "associatePublicIpAddress": false }]
                    }
                  ]
                }
              ],
              "parameters": [{ "name": "/amicast/web", "tags": { "Role": "web" }, "versions": [{ "value": "ami-0a1b2c3d4e5f60001" }] }],
              "keyPairs": ["web"]
            },
            { "name": "eu-central-1", "keys": [{ "keyId": "0a1b2c3d-0000-4000-8000-00000000000e", "aliases": ["alias/ami"] }] }
          ]
        }
        """;
}
