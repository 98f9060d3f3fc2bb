using System.Text.Json.Serialization;

namespace Amicast.Requests;

/// <summary>A network interface to make with an instance.</summary>
/// <param name="SubnetId">Its subnet; absent: one of the default VPC.</param>
/// <param name="SecurityGroupIds">Its security groups; absent: the VPC's default group.</param>
/// <param name="AssociatePublicIpAddress">Whether it gets a public IPv4 address; absent: as the subnet says.</param>
/// <param name="DeleteOnTermination">Whether it goes with the instance; absent: yes.</param>
public sealed record DescribedInterface(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SubnetId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? SecurityGroupIds = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? AssociatePublicIpAddress = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? DeleteOnTermination = null);

/// <summary>A volume to make with an instance: in place of what the image has at the device, or a new one.</summary>
/// <param name="Device">The device, e.g. <c>/dev/sdb</c>.</param>
/// <param name="Exclude">Whether the image's volume there is left out; then nothing else is said of it.</param>
/// <param name="SizeGiB">Its size in GiB, 1 to 65,536.</param>
/// <param name="VolumeType"><c>gp3</c>, <c>io2</c>, …</param>
/// <param name="Iops">Provisioned operations a second.</param>
/// <param name="Throughput">Provisioned throughput in MiB a second; <c>gp3</c> only.</param>
/// <param name="DeleteOnTermination">Whether it goes with the instance.</param>
/// <param name="Encrypted">Whether it is encrypted.</param>
/// <param name="KmsKeyId">The key that it is encrypted under.</param>
public sealed record DescribedDevice(
    string Device,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Exclude = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? SizeGiB = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? VolumeType = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Iops = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Throughput = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? DeleteOnTermination = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Encrypted = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? KmsKeyId = null);

/// <summary>How an instance's metadata are reached.</summary>
/// <param name="HttpTokens"><c>required</c> (IMDSv2 only) or <c>optional</c>.</param>
/// <param name="HttpEndpoint"><c>enabled</c> or <c>disabled</c>.</param>
/// <param name="HttpPutResponseHopLimit">1 to 64 hops.</param>
public sealed record DescribedMetadataOptions(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? HttpTokens = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? HttpEndpoint = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? HttpPutResponseHopLimit = null);

/// <summary>User data. Never printed: it may hold what nobody else is to see.</summary>
/// <param name="Base64">The bytes, as EC2 takes them.</param>
public sealed record UserData(string Base64)
{
    /// <summary>EC2's limit of the bytes, before they become base64.</summary>
    internal const int MostBytes = 16 * 1024;

    /// <summary>How much there is, never what.</summary>
    public override string ToString() => $"{Convert.FromBase64String(Base64).Length} bytes of user data";
}

/// <summary>What capacity instances run on, and are paid for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Market>))]
public enum Market
{
    /// <summary>On demand.</summary>
    [JsonStringEnumMemberName("onDemand")] OnDemand,

    /// <summary>Spare capacity, which EC2 may take back: one-time Spot requests at EC2's price.</summary>
    [JsonStringEnumMemberName("spot")] Spot,
}
