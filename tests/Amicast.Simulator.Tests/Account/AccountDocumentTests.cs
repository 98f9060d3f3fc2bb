using Amicast.Simulator.Account;
using Amicast.Simulator.Documents;
using Amicast.Tests;

namespace Amicast.Simulator.Tests.Account;

public sealed class AccountDocumentTests
{
    [Fact]
    public void The_example_account_is_what_the_README_says()
    {
        var account = AccountDocument.Parse(Repository.Read("examples/account.json"));

        Assert.Equal(
            """
            123456789012 2026-11-22T02:00:00.0000000+00:00
            us-east-1 opt-in-not-required: i-0123456789abcdef0 web m7i.large 30+100, i-0fedcba9876543210 db r7i.xlarge 40+200+50; web 1/2
            us-west-2 opt-in-not-required: ; web 1/2
            eu-central-1 opt-in-not-required: ; web 1/2
            ap-southeast-2 opt-in-not-required: ; web 1/2
            af-south-1 not-opted-in: ;
            """,
            $"{account.AccountId} {account.StartsAt:O}\n" + string.Join('\n', account.Regions.Select(region =>
                $"{region.Name} {region.OptInStatus}: "
                + string.Join(", ", region.Instances.Select(i => $"{i.InstanceId} {i.Name} {i.InstanceType} {string.Join('+', i.Volumes.Select(volume => volume.SizeGiB))}"))
                + "; " + string.Join(", ", region.LaunchTemplates.Select(t => $"{t.Name} {t.DefaultVersion}/{t.Versions.Count}")))).TrimEnd(),
            ignoreLineEndingDifferences: true);
        Assert.Equal(4, account.Regions.SelectMany(region => region.LaunchTemplates).Select(template => template.LaunchTemplateId).Distinct().Count());
    }

    [Fact]
    public void What_is_not_said_has_its_default()
    {
        var account = AccountDocument.Parse("""
            {"accountId":"123456789012","regions":[{"name":"us-east-1","keys":[{"aliases":["alias/x"]}],"instances":[
              {"instanceId":"i-00000001","instanceType":"t4g.small","volumes":[{"device":"/dev/xvda","volumeId":"vol-00000001","sizeGiB":8},
               {"device":"/dev/sdf","volumeId":"vol-00000002","sizeGiB":8,"kmsKeyId":"alias/x"}]}]}]}
            """);

        Assert.Equal(AccountDocument.DefaultStart, account.StartsAt);
        Assert.Equivalent(
            new RegionDocument(
                "us-east-1",
                "opt-in-not-required",
                ["us-east-1a", "us-east-1b", "us-east-1c"],
                [
                    new(
                        "i-00000001",
                        null,
                        "t4g.small",
                        "arm64",
                        "running",
                        null,
                        [
                            new("/dev/xvda", "vol-00000001", 8, "gp3", false, null, true),
                            new("/dev/sdf", "vol-00000002", 8, "gp3", true, "alias/x", false),
                        ],
                        new Dictionary<string, string>()),
                ],
                [],
                [])
            {
                Keys = [new(null, ["alias/x"], "Enabled", [])],
            },
            account.Regions.Single(),
            strict: true);
    }

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once()
    {
        var error = Assert.Throws<InvalidDocumentException>(() => AccountDocument.Parse("""
            {
              "accountId": "12345",
              "startsAt": "yesterday",
              "colour": "red",
              "regions": [
                {
                  "name": "us-east-1", "optinStatus": "opted-in",
                  "instances": [
                    { "instanceId": "web", "instanceType": "m7i.large", "volumes": [] },
                    { "instanceId": "i-00000001", "volumes": [
                      { "device": "/dev/xvda", "volumeId": "vol-00000001", "sizeGiB": 0 },
                      { "device": "/dev/xvda", "volumeId": "vol-00000001" } ], "tags": { "a": 1 } }
                  ],
                  "images": [{ "imageId": "ami-00000001", "name": "x", "devices": [{ "device": "/dev/xvda", "sizeGiB": 8 }], "launchPermissions": ["someone"] }],
                  "launchTemplates": [{ "launchTemplateId": "lt-0a1b2c3d4e5f60003", "name": "web", "defaultVersion": 3, "versions": [{}, {}] }]
                },
                { "name": "us-east-1", "availabilityZones": "a" },
                { "name": "Frankfurt" }
              ]
            }
            """));

        Assert.Equal(
            [
                "$.accountId InvalidValue", "$.startsAt InvalidValue",
                "$.regions[0].instances[0].instanceId InvalidValue", "$.regions[0].instances[0].volumes MissingProperty",
                "$.regions[0].instances[1].instanceType MissingProperty", "$.regions[0].instances[1].volumes[0].sizeGiB InvalidValue",
                "$.regions[0].instances[1].volumes[1].device Duplicate", "$.regions[0].instances[1].volumes[1].volumeId Duplicate",
                "$.regions[0].instances[1].volumes[1].sizeGiB MissingProperty", "$.regions[0].instances[1].tags.a WrongType",
                "$.regions[0].images[0].name InvalidValue", "$.regions[0].images[0].launchPermissions[0] InvalidValue",
                "$.regions[0].launchTemplates[0].defaultVersion InvalidValue", "$.regions[0].optinStatus UnknownProperty",
                "$.regions[1].name Duplicate", "$.regions[1].availabilityZones WrongType", "$.regions[2].name InvalidValue",
                "$.colour UnknownProperty",
            ],
            error.Problems.Select(problem => $"{problem.Path} {problem.Code}"));
        Assert.All(error.Problems, problem => Assert.NotEmpty(problem.Remedy));
        Assert.Contains("Did you mean 'optInStatus'?", error.Problems.Select(problem => problem.Remedy));
    }

    [Fact]
    public void What_is_wrong_with_keys_organizations_and_other_accounts_is_reported_at_once()
    {
        var error = Assert.Throws<InvalidDocumentException>(() => AccountDocument.Parse("""
            {
              "accountId": "123456789012",
              "organization": { "organizationArn": "o-exampleorgid", "organizationalUnitArns": ["ou-1"] },
              "otherAccounts": [{ "accountId": "123456789012", "regions": [{ "name": "eu-west-1" }] }, { "accountId": "partner", "organization": {} }],
              "regions": [
                {
                  "name": "us-east-1", "ebsDefaultKmsKeyId": "alias/none",
                  "keys": [
                    { "keyId": "mine", "aliases": ["ami", "alias/aws/ebs"], "state": "Off", "sharedWith": ["partner"] },
                    { "aliases": ["alias/ami"] }, { "aliases": ["alias/ami"] }
                  ],
                  "images": [{ "imageId": "ami-00000001", "name": "base", "devices": [{ "device": "/dev/xvda", "sizeGiB": 8, "kmsKeyId": "alias/web" }] }]
                }
              ]
            }
            """));

        Assert.Equal(
            [
                "$.regions[0].keys[0].keyId InvalidValue", "$.regions[0].keys[0].aliases[0] InvalidValue", "$.regions[0].keys[0].aliases[1] InvalidValue",
                "$.regions[0].keys[0].state InvalidValue", "$.regions[0].keys[0].sharedWith[0] InvalidValue", "$.regions[0].keys[2].aliases[0] Duplicate",
                "$.regions[0].images[0].devices[0].kmsKeyId UnknownKey", "$.regions[0].ebsDefaultKmsKeyId UnknownKey",
                "$.organization.organizationArn InvalidValue", "$.organization.organizationalUnitArns[0] InvalidValue",
                "$.otherAccounts[0].accountId Duplicate", "$.otherAccounts[0].regions[0].name UnknownRegion",
                "$.otherAccounts[1].accountId InvalidValue", "$.otherAccounts[1].organization.organizationArn MissingProperty",
            ],
            error.Problems.Select(problem => $"{problem.Path} {problem.Code}"));
    }

    [Fact]
    public void An_account_without_Regions_is_refused() =>
        Assert.Equal(["$.regions"], Assert.Throws<InvalidDocumentException>(() => AccountDocument.Parse("""{"accountId":"123456789012"}""")).Problems.Select(p => p.Path));
}
