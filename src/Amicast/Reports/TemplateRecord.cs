using System.Text.Json.Serialization;

namespace Amicast.Reports;

/// <summary>A Region's launch template, and what was published in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="BaseVersion">The version that the launch uses and the new one is made from.</param>
/// <param name="Made"><see langword="true"/>: the run made it; its version 1 names no image. Else absent.</param>
/// <param name="Published">The version with the new image; absent before there is one.</param>
public sealed record TemplateRecord(
    string Id,
    string Name,
    long BaseVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Made = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PublicationRecord? Published = null);

/// <summary>What everybody who follows the template or the parameter gets now, and what they got before.</summary>
/// <param name="Version">The version that the run made.</param>
/// <param name="ImageId">Its image.</param>
/// <param name="Verified">Whether instances of the image had passed their checks by then.</param>
/// <param name="DefaultBefore">The default version before.</param>
/// <param name="DefaultVersion">The default version after.</param>
/// <param name="Parameter">The SSM parameter; absent where none is named, or where it was not set.</param>
/// <param name="Warning">What EC2 finds wrong with the version that it has made nevertheless.</param>
public sealed record PublicationRecord(
    long Version,
    string ImageId,
    bool Verified,
    long DefaultBefore,
    long DefaultVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ParameterRecord? Parameter = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Warning = null);

/// <summary>An SSM parameter that has the image's id now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Before">Its value before; absent: the run made it.</param>
/// <param name="VersionBefore">Its version before; absent: the run made it.</param>
public sealed record ParameterRecord(
    string Name,
    long Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Before = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? VersionBefore = null);
