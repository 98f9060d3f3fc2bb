using System.Text.Json;
using Amicast.Requests;

namespace Amicast.Tests.Requests;

public sealed class CopyReaderTests
{
    private const string KeyId = "0a1b2c3d-0000-4000-8000-000000000001";
    private const string Arn = "arn:aws:kms:eu-west-1:123456789012:";

    [Theory]
    [InlineData("""{ "region": "eu-west-1" }""", "none, in its own time")]
    [InlineData("""{ "region": "eu-west-1", "encrypt": false }""", "none, in its own time")]
    [InlineData("""{ "region": "eu-west-1", "encrypt": true }""", "default key, in its own time")]
    [InlineData("""{ "region": "eu-west-1", "kmsKeyId": "alias/ami", "copyWithinMinutes": 45 }""", "alias/ami, within 45")]
    [InlineData("""{ "region": "us-east-1", "encrypt": true, "kmsKeyId": "alias/ami", "copyWithinMinutes": 2880 }""", "alias/ami, within 2880")]
    public void A_destination_says_how_its_copy_is_made(string destination, string expected)
    {
        var (request, problems) = Read(destination);

        Assert.Empty(problems);
        Assert.Equal(expected, request!.Destinations.Select(d =>
            $"{(d.Encryption is null ? "none" : d.Encryption.KmsKeyId ?? "default key")}, {(d.CopyWithinMinutes is { } minutes ? $"within {minutes}" : "in its own time")}").Single());
    }

    [Theory]
    [InlineData(KeyId)]
    [InlineData("mrk-0a1b2c3d4e5f40008a9b0c1d2e3f4a5b")]
    [InlineData("alias/ami")]
    [InlineData("alias/aws/ebs")]
    [InlineData(Arn + "key/" + KeyId)]
    [InlineData(Arn + "key/mrk-0a1b2c3d4e5f40008a9b0c1d2e3f4a5b")]
    [InlineData(Arn + "alias/ami")]
    public void A_key_is_named_by_id_alias_or_ARN(string key) => Assert.Empty(Read($$"""{ "region": "eu-west-1", "kmsKeyId": "{{key}}" }""").Problems);

    [Theory]
    [InlineData("ami")]
    [InlineData("key/" + KeyId)]
    [InlineData(Arn + KeyId)]
    [InlineData(Arn + "key/alias/ami")]
    [InlineData("alias/")]
    [InlineData(KeyId + "\\n")]
    public void What_is_no_key_is_refused(string key) =>
        Assert.Equal(["$.destinations[0].kmsKeyId InvalidKmsKeyId"], Read($$"""{ "region": "eu-west-1", "kmsKeyId": "{{key}}" }""").Problems.Select(p => $"{p.Path} {p.Code}"));

    [Theory]
    [InlineData("""{ "region": "eu-west-1", "encrypt": false, "kmsKeyId": "alias/ami" }""", "$.destinations[0].kmsKeyId: KeyWithoutEncryption: 'encrypt' is false and a key is given; take out 'encrypt', or the key")]
    [InlineData("""{ "region": "eu-west-1", "copyWithinMinutes": 40 }""", "$.destinations[0].copyWithinMinutes: OutOfRange: 40 is not a multiple of 15; EC2 takes 15 to 2880 minutes, in steps of 15")]
    [InlineData("""{ "region": "eu-west-1", "copyWithinMinutes": 3000 }""", "$.destinations[0].copyWithinMinutes: OutOfRange: 3000 is not a whole number from 15 to 2880; give one, or leave it out for 15")]
    [InlineData("""{ "region": "us-east-1", "copyWithinMinutes": 30 }""", "$.destinations[0].copyWithinMinutes: NothingToCopy: in the source Region nothing is copied unless it is encrypted anew; leave it out, or give a 'kmsKeyId'")]
    public void What_contradicts_itself_is_refused(string destination, string expected) => Assert.Equal(expected, string.Join('\n', Read(destination).Problems));

    [Theory]
    [InlineData("""[ { "device": "/dev/sdb" } ]""", "$.image.blockDevices[0].exclude: NothingChanged: nothing is said of the device; write \"exclude\": true, or \"deleteOnTermination\": true or false")]
    [InlineData("""[ { "device": "/dev/sdb", "exclude": true, "deleteOnTermination": true } ]""", "$.image.blockDevices[0].exclude: NothingChanged: an excluded device has no 'deleteOnTermination'; write \"exclude\": true, or \"deleteOnTermination\": true or false")]
    [InlineData("""[ { "device": "/dev/sdb", "exclude": true }, { "device": "/dev/sdb", "exclude": true } ]""", "$.image.blockDevices[1].device: DuplicateDevice: '/dev/sdb' is listed already; give each device one entry")]
    [InlineData("""[ { "device": "/dev/sdb", "exclude": true, "volumeType": "gp3" } ]""", "$.image.blockDevices[0].volumeType: UnknownProperty: 'volumeType' is not a property here; use one of: device, exclude, deleteOnTermination")]
    public void A_device_is_excluded_or_its_deletion_is_changed_and_nothing_else(string devices, string expected)
    {
        using var json = JsonDocument.Parse(
            $$"""{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web", "blockDevices": {{devices}} } }""");

        Assert.Equal(expected, string.Join('\n', RequestReader.Read(json.RootElement.Clone()).Problems));
    }

    [Fact]
    public void Devices_of_a_run_that_starts_from_an_image_are_refused()
    {
        using var json = JsonDocument.Parse(
            """{ "source": { "region": "us-east-1", "imageId": "ami-0123456789abcdef0" }, "image": { "blockDevices": [ { "device": "/dev/sdb", "exclude": true } ] } }""");

        Assert.Equal(["$.image.blockDevices NoInstance"], RequestReader.Read(json.RootElement.Clone()).Problems.Select(p => $"{p.Path} {p.Code}"));
    }

    private static (Request? Request, List<Problem> Problems) Read(string destination)
    {
        using var json = JsonDocument.Parse(
            $$"""{ "source": { "region": "us-east-1", "instanceId": "i-0123456789abcdef0" }, "image": { "name": "web" }, "destinations": [ {{destination}} ] }""");
        return RequestReader.Read(json.RootElement.Clone());
    }
}
