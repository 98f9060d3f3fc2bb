using System.Text;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Tests.Fuzz;

/// <summary>Changes requests by chance: their parameters, then the octets that they become. The same seed makes the same requests.</summary>
internal sealed class Mutation(Chance chance, IReadOnlyDictionary<string, string[]> valid)
{
    private static readonly string[] Odd =
    [
        "", " ", "0", "1", "-1", "2147483647", "2147483648", "-9223372036854775808", "99999999999999999999999999", "1e3", "0x10", "NaN", "true", "false", "TRUE", "null",
        "*", "?", "\\", "*?*?*?*", "all", "self", "$Latest", "$Default", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00+14:00", "2026-13-45", "\0", "\r\n", "<&>\"'", "é", "𝒳",
        "ami-00000000000000000", "snap-0a1b2c3d4e5f60001", "i-0123456789abcdef0", "vol-0123456789abcdef0", "lt-0a1b2c3d4e5f60001", "fleet-0", "ami-", "arn:aws:kms:us-east-1:1:key/x",
        "arn:aws:kms:::::::", "alias/", "resolve:ssm:/a", "Z2FyYmFnZQ", "YWZ0ZXI6OTk5OTk5OTk5OTk5OTk5OTk5", "/dev/xvda", "us-east-1", "eu-central-1", "aws:tag", "::::", "m7i.large", "a1.b",
    ];

    private static readonly string[] Names =
    [
        "DryRun", "ClientToken", "MaxResults", "NextToken", "Filter.1.Name", "Filter.1.Value.1", "Filter.9.Value.1", "Filter", "Filter.", "Filter..Name", "Filter.-1.Name", "Filter.1", "Tag.1.Key",
        "Tag.01.Key", "TagSpecification.2147483648.Tag.1.Key", "TagSpecification.1.ResourceType", "A.B.C.D", ".", "..", "", "Unknown", "Version", "Action", "BlockDeviceMapping.2.DeviceName",
        "BlockDeviceMapping.1.Ebs.VolumeSize", "NetworkInterface.1.DeviceIndex", "LaunchTemplate.Version", "Attribute", "OperationType", "UserGroup.1", "Owner.1", "KmsKeyId", "Encrypted", "MaxCount",
    ];

    private readonly string[][] _all = [.. valid.Select(pair => (string[])[$"Action={pair.Key}", "Version=2016-11-15", .. pair.Value])];

    /// <summary>The values that parameters of one kind have in any request: another image's id may be refused deeper than one that is nonsense.</summary>
    private readonly ILookup<string, string> _alike = valid.SelectMany(pair => pair.Value).Select(parameter => parameter.Split('=', 2))
        .ToLookup(parts => KindOf(parts[0]), parts => parts[1]);

    /// <summary>A request of some operation, changed one to four times.</summary>
    internal WireRequest OfEc2()
    {
        var parameters = One(_all).ToList();
        for (var changes = chance.Next(1, 5); changes > 0; changes--)
        {
            Change(parameters);
        }

        var region = chance.Strikes(0.02) ? One(Odd) : "us-east-1";
        return new("ec2", region.Contains('\r', StringComparison.Ordinal) ? "x" : region, null, Octets(string.Join('&', parameters)));
    }

    /// <summary>A request of another service: members get other names and values, and the octets change.</summary>
    internal WireRequest OfAnother()
    {
        var request = One(ValidRequests.OfOtherServices);
        var body = Encoding.UTF8.GetString(request.Body);
        for (var changes = chance.Next(0, 4); changes > 0; changes--)
        {
            var parts = body.Split(',');
            parts[chance.Next(0, parts.Length)] = chance.Next(0, 5) switch
            {
                0 => $"\"{One(["Name", "Value", "KeyId", "MaxResults", "NextToken", "Overwrite", "Type"])}\":{One(["1", "-1", "1e400", "null", "{}", "[1]", "true", "\"\"", "\"\\ud800\"", "\"a:b:c\""])}",
                1 => $"\"Value\":\"{new string('x', chance.Next(0, 5000))}\"",
                2 => new string('[', chance.Next(1, 200)),
                3 => "",
                _ => One(parts),
            };
            body = string.Join(',', parts);
        }

        return request with { Body = Octets(body) };
    }

    private void Change(List<string> parameters)
    {
        var at = chance.Next(0, parameters.Count);
        var name = parameters[at].Split('=')[0];
        switch (chance.Next(0, 10))
        {
            case 0 when parameters.Count > 1:
                parameters.RemoveAt(at);
                break;
            case 1:
                parameters.Insert(at, parameters[at]);
                break;
            case 2:
                parameters[at] = $"{name}={Uri.EscapeDataString(OtherValue(name))}";
                break;
            case 3:
                parameters.Add($"{One(Names)}={Uri.EscapeDataString(One(Odd))}");
                break;
            case 4:
                parameters[at] = parameters[at].Replace(".1", $".{One(["0", "2", "3", "01", "-1", "2147483647", "99999999999", "x", ""])}", StringComparison.Ordinal);
                break;
            case 5:
                parameters.Add(One(One(_all)));
                break;
            case 6:
                parameters.AddRange(Enumerable.Range(1, chance.Next(2, 300)).Select(number => $"{Listed(name)}.{number}={One(Odd).Trim('\0', '\r', '\n')}"));
                break;
            case 7:
                parameters[at] = $"{name}.{string.Concat(Enumerable.Repeat("1.", chance.Next(1, 300)))}Name=x";
                break;
            case 8:
                parameters[at] = $"{name}={new string('a', chance.Next(1, 300))}";
                break;
            default:
                parameters[0] = $"Action={One(_all)[0][7..]}";
                break;
        }
    }

    private string OtherValue(string name)
    {
        var alike = _alike[KindOf(name)].ToList();
        return alike.Count > 0 && chance.Strikes(0.5) ? One(alike) : One(Odd);
    }

    /// <summary>Of <c>BlockDeviceMapping.1.Ebs.SnapshotId</c> it is SnapshotId.</summary>
    private static string KindOf(string name) => name.Split('.').LastOrDefault(part => !int.TryParse(part, out _), "");

    private static string Listed(string name) => name.Split('.')[0];

    /// <summary>One request in four is no longer what it was: octets changed, lost, or put in.</summary>
    private byte[] Octets(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text).ToList();
        for (var changes = chance.Strikes(0.25) ? chance.Next(1, 6) : 0; changes > 0 && octets.Count > 0; changes--)
        {
            var at = chance.Next(0, octets.Count);
            switch (chance.Next(0, 4))
            {
                case 0:
                    octets[at] = (byte)chance.Next(0, 256);
                    break;
                case 1:
                    octets.RemoveRange(at, chance.Next(0, octets.Count - at));
                    break;
                case 2:
                    octets.InsertRange(at, Encoding.ASCII.GetBytes(One(["%", "%zz", "%ff%fe", "%c3%28", "%00", "&&", "==", "+", "%u0041", "%ED%A0%80"])));
                    break;
                default:
                    octets.Insert(at, (byte)chance.Next(0x80, 0x100));
                    break;
            }
        }

        return [.. octets];
    }

    private T One<T>(IReadOnlyList<T> list) => list[chance.Next(0, list.Count)];
}
