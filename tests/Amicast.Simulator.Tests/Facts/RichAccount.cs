namespace Amicast.Simulator.Tests.Facts;

/// <summary>An account with some of everything in its first Region, something else in the second, and a third Region that is not opted in.</summary>
internal static class RichAccount
{
    internal const string First = "us-east-1";
    internal const string Second = "eu-central-1";
    internal const string NotOptedIn = "af-south-1";
    internal const string Partner = "111122223333";
    internal const string Key = "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000";

    internal static string Document { get; } = """
        {
          "accountId": "123456789012",
          "limits": { "requestThrottling": false },
          "regions": [
            {
              "name": "us-east-1",
              "keyPairs": ["web", "db"],
              "keys": [{ "keyId": "0a1b2c3d-0000-4000-8000-000000000000", "aliases": ["alias/ami"] }],
              "instances": [
                {
                  "instanceId": "i-00000000000000001", "name": "web", "instanceType": "m7i.large", "imageId": "ami-00000000000000001",
                  "volumes": [
                    { "device": "/dev/xvda", "volumeId": "vol-00000000000000001", "sizeGiB": 30 },
                    { "device": "/dev/sdf", "volumeId": "vol-00000000000000002", "sizeGiB": 500, "volumeType": "st1", "kmsKeyId": "alias/ami" }
                  ],
                  "tags": { "Role": "web" }
                },
                {
                  "instanceId": "i-00000000000000002", "instanceType": "m7g.large", "imageId": "ami-00000000000000002", "state": "stopped", "productCodes": ["abc123"], "disableApiStop": true,
                  "volumes": [{ "device": "/dev/sda1", "volumeId": "vol-00000000000000003", "sizeGiB": 8, "volumeType": "gp2", "deleteOnTermination": false }],
                  "tags": { "Role": "db" }
                }
              ],
              "images": [
                {
                  "imageId": "ami-00000000000000001", "name": "web-1", "description": "web tier",
                  "devices": [
                    { "device": "/dev/xvda", "snapshotId": "snap-00000000000000001", "sizeGiB": 30 },
                    { "device": "/dev/sdf", "snapshotId": "snap-00000000000000002", "sizeGiB": 100, "kmsKeyId": "alias/ami" }
                  ],
                  "tags": { "Role": "web" }
                },
                {
                  "imageId": "ami-00000000000000002", "name": "db-1", "architecture": "arm64", "launchPermissions": ["all"],
                  "devices": [{ "device": "/dev/sda1", "snapshotId": "snap-00000000000000003", "sizeGiB": 8 }],
                  "tags": { "Role": "db*" }
                },
                {
                  "imageId": "ami-00000000000000003", "name": "al2023-1", "ownerId": "137112412989", "launchPermissions": ["all"],
                  "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-00000000000000004", "sizeGiB": 8 }]
                },
                {
                  "imageId": "ami-00000000000000005", "name": "managed-1",
                  "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-00000000000000005", "sizeGiB": 8, "encrypted": true }]
                }
              ],
              "launchTemplates": [
                {
                  "launchTemplateId": "lt-00000000000000001", "name": "web",
                  "versions": [
                    { "description": "first", "imageId": "ami-00000000000000001", "instanceType": "m7i.large", "iamInstanceProfileArn": "arn:aws:iam::123456789012:instance-profile/web" },
                    { "imageId": "ami-00000000000000002", "instanceType": "m7g.large" }
                  ],
                  "tags": { "Team": "web" }
                },
                { "launchTemplateId": "lt-00000000000000002", "name": "db", "versions": [{ "instanceType": "t3.micro" }] }
              ]
            },
            {
              "name": "eu-central-1",
              "images": [
                { "imageId": "ami-00000000000000009", "name": "base", "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-00000000000000009", "sizeGiB": 8 }] }
              ],
              "launchTemplates": [{ "launchTemplateId": "lt-00000000000000009", "name": "web", "versions": [{ "instanceType": "t3.micro" }] }]
            },
            { "name": "af-south-1", "optInStatus": "not-opted-in" }
          ],
          "otherAccounts": [{ "accountId": "111122223333", "accessKeyIds": ["AKIAPARTNER"], "regions": [] }]
        }
        """;
}
