using System.Text.Json.Serialization;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>A launch template that is ensured and published, as far as Regions share it.</summary>
/// <param name="SetsDefault">Whether the new version becomes the default.</param>
/// <param name="Name">The name of a template to be made; absent where it is named by its id.</param>
/// <param name="Parameter">The SSM parameter that gets the image's id.</param>
/// <param name="Create">What a template says that has to be made: the source instance's data, with the request's in place; absent where none has to be.</param>
public sealed record PlannedLaunchTemplate(
    bool SetsDefault,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parameter = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] InstanceDescription? Create = null);

/// <summary>What becomes of a launch template in one Region, and what was there before anything is changed.</summary>
/// <param name="Publish">When the version with the new image is made.</param>
/// <param name="Base">The template and the version that the launch uses and the new version is made from; absent: the template will be made.</param>
/// <param name="DefaultBefore">The default version before; absent: the template will be made.</param>
/// <param name="ParameterBefore">The SSM parameter before; absent: there is none.</param>
/// <param name="IsLaunched"><see langword="true"/>: the Region's instances are launched from it; else absent.</param>
/// <param name="Own">This Region's own launch template; absent: the plan's.</param>
public sealed record PlannedPublication(
    Publish Publish,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlannedTemplate? Base = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? DefaultBefore = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlannedParameter? ParameterBefore = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? IsLaunched = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlannedLaunchTemplate? Own = null);

/// <summary>An SSM parameter as it was: its value, its version and its data type.</summary>
public sealed record PlannedParameter(string Value, long Version, string DataType);
