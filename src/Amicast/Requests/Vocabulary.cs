using System.Text.Json.Serialization;

namespace Amicast.Requests;

/// <summary>Whether everyone may launch an image.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Visibility>))]
public enum Visibility
{
    /// <summary>Public access is removed.</summary>
    [JsonStringEnumMemberName("private")] Private,

    /// <summary>Public access is given.</summary>
    [JsonStringEnumMemberName("public")] Public,
}

/// <summary>What launched instances must reach for the Region to succeed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verification>))]
public enum Verification
{
    /// <summary>Nothing: launching them is enough.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>The state <c>running</c>.</summary>
    [JsonStringEnumMemberName("running")] Running,

    /// <summary><c>running</c>, with the system and the instance status check <c>ok</c>.</summary>
    [JsonStringEnumMemberName("statusOk")] StatusOk,
}

/// <summary>Launch parameters that replace the template's; absent ones stay the template's.</summary>
public sealed record LaunchOverrides(
    string? InstanceType = null,
    string? KeyName = null,
    string? SubnetId = null,
    IReadOnlyList<string>? SecurityGroupIds = null);
