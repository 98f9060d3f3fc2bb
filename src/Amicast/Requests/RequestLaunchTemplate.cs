using System.Text.Json.Serialization;

namespace Amicast.Requests;

/// <summary>The launch template that gets a new version with the Region's image.</summary>
/// <param name="Path">The place of the block in the document.</param>
/// <param name="Name">Its name; exactly one of name and id is there.</param>
/// <param name="Id">Its id.</param>
/// <param name="Create">What the template says where it is missing and has to be made; besides, what stands in place of the source instance's data.</param>
/// <param name="FromInstance">Whether a missing template is made like the source instance.</param>
/// <param name="BaseVersion">The version that the launch uses and the new one is made from: a number, <c>$Latest</c> or <c>$Default</c>; absent: not said.</param>
/// <param name="Publish">When the new version is made.</param>
/// <param name="SetDefault">Whether the new version becomes the default.</param>
/// <param name="Parameter">The SSM parameter that gets the image's id.</param>
internal sealed record RequestLaunchTemplate(
    string Path,
    string? Name,
    string? Id,
    InstanceDescription? Create,
    bool FromInstance,
    string? BaseVersion,
    Publish Publish,
    bool SetDefault,
    string? Parameter)
{
    /// <summary>The property that names it, and the name.</summary>
    internal (string Member, string Named) Naming => Id is null ? ("name", Name!) : ("id", Id);

    /// <summary>Whether <paramref name="template"/> names the same one, in the same way.</summary>
    internal bool IsNamedBy(RequestTemplate template) => Id is null ? template.Name == Name : template.Id == Id;
}

/// <summary>When a launch template gets its new version.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Publish>))]
public enum Publish
{
    /// <summary>When the instances that were launched from the image have passed their checks.</summary>
    [JsonStringEnumMemberName("afterVerify")] AfterVerify,

    /// <summary>As soon as the image is available, verified or not.</summary>
    [JsonStringEnumMemberName("always")] Always,

    /// <summary>Not at all: the template is launched from, and made where it is missing.</summary>
    [JsonStringEnumMemberName("never")] Never,
}
