using System.Text.RegularExpressions;
using Amicast.Simulator.Account;
using Amicast.Simulator.Documents;
using Amicast.Tests;

namespace Amicast.Simulator.Tests.Account;

/// <summary>Holds docs/account-document.md against the readers: each tells what it knows when it meets what it does not.</summary>
public sealed partial class AccountPageTests
{
    private const string Unknown = "qqqqqqqqqqqqqqqqqqqq";

    /// <summary>Each object of the page once, with a property that none has.</summary>
    private const string Everything = """
        {
          "accountId": "123456789012", ?,
          "limits": { ?, "requestRates": [{ "operation": "CopyImage", ? }] },
          "organization": { "organizationArn": "arn:aws:organizations::123456789012:organization/o-exampleorgid", ? },
          "otherAccounts": [{ "accountId": "111122223333", ? }],
          "roles": { ? },
          "regions": [{
            "name": "us-east-1", ?, "defaultVpc": { ? }, "keys": [{ ? }],
            "instances": [{
              "instanceId": "i-00000001", "instanceType": "t3.small", ?, "volumes": [{ "device": "/dev/xvda", "volumeId": "vol-00000001", "sizeGiB": 8, ? }],
              "launchTemplate": { "launchTemplateId": "lt-00000001", ? }, "metadataOptions": { ? }, "stateReason": { "code": "a", "message": "b", ? },
              "termination": { "at": "2026-11-22T02:00:00Z", "terminatedAt": "2026-11-22T02:00:00Z", ? }
            }],
            "volumes": [{ "volumeId": "vol-00000002", "sizeGiB": 8, ? }],
            "images": [{ "imageId": "ami-00000001", "name": "base", ?, "devices": [{ "device": "/dev/xvda", "sizeGiB": 8, ? }], "mishap": { ? } }],
            "snapshots": [{ "snapshotId": "snap-00000001", "sizeGiB": 8, ? }],
            "launchTemplates": [{ "launchTemplateId": "lt-00000001", "name": "web", ?, "versions": [{ ?, "blockDeviceMappings": [{ "device": "/dev/xvda", ? }], "networkInterfaces": [{ ? }] }] }],
            "parameters": [{ "name": "/web", ?, "versions": [{ "value": "a", ? }] }]
          }]
        }
        """;

    private static readonly string Page = Repository.Read("docs/account-document.md");

    [Fact]
    public void The_page_lists_every_property_that_the_readers_know_and_no_other()
    {
        var problems = Assert.Throws<InvalidDocumentException>(() => AccountDocument.Parse(Everything.Replace("?", $"\"{Unknown}\": 1", StringComparison.Ordinal))).Problems;

        Assert.All(problems, problem => Assert.Equal("UnknownProperty", problem.Code));
        Assert.Equal(
            problems.Select(problem => $"{Place(problem.Path)}: {string.Join(", ", Known(problem.Remedy).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal),
            Section().Matches(Page).Select(section => $"{section.Groups["place"].Value}: {string.Join(", ", Listed(section.Value).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
    }

    private static string Place(string path) => Index().Replace(path[..^(Unknown.Length + 1)], "[]") is var place && place == "$" ? place : place[2..];

    private static string[] Known(string remedy) => remedy["Known are: ".Length..].TrimEnd('.').Split(", ");

    private static IEnumerable<string> Listed(string section) => Row().Matches(section).Select(row => row.Groups["property"].Value);

    [GeneratedRegex(@"^## `(?<place>[^`]+)`\n(?:(?!^#).*\n)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| `(?<property>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[\d+\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();
}
