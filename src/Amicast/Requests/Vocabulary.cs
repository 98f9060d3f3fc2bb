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

/// <summary>What sharing does with permissions that are not listed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShareMode>))]
public enum ShareMode
{
    /// <summary>They stay.</summary>
    [JsonStringEnumMemberName("add")] Add,

    /// <summary>They are revoked, on the image and on its snapshots.</summary>
    [JsonStringEnumMemberName("exact")] Exact,
}

/// <summary>What happens to the source instance before its image is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceBeforehand>))]
public enum SourceBeforehand
{
    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>It is stopped, so that no write after the image is lost. Nothing starts it again.</summary>
    [JsonStringEnumMemberName("stop")] Stop,
}

/// <summary>What happens to the source instance when every destination's launch was verified.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceAfterwards>))]
public enum SourceAfterwards
{
    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("keep")] Keep,

    /// <summary>It is stopped.</summary>
    [JsonStringEnumMemberName("stop")] Stop,

    /// <summary>It is terminated.</summary>
    [JsonStringEnumMemberName("terminate")] Terminate,
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
