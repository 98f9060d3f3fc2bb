using System.Text.Json.Serialization;
using Amicast.Requests;

namespace Amicast.Plans.Previews;

/// <summary>What a run would do, for a person to read before it is started: what would be made, what would change, and what is wrong or unknown.</summary>
/// <param name="Schema">The version of the document's shape.</param>
/// <param name="Run">The run's id.</param>
/// <param name="Problems">Everything that keeps the run from starting, in the order of the request; where there are some, nothing else is told but the warnings.</param>
/// <param name="Warnings">What will not, and is worth knowing; with the code <see cref="Warning.NotChecked"/>, what could not be looked at.</param>
/// <param name="Deadline">When the run would give up waiting if it were started now.</param>
/// <param name="TolerateFailedRegions">How many Regions may fail before the run does.</param>
/// <param name="Source">What it starts from.</param>
/// <param name="Image">The image that is made in the source Region; <see langword="null"/> where the run starts from an image.</param>
/// <param name="Changes">What is there now, in the source Region, and would be changed.</param>
/// <param name="Regions">Each destination, in the request's order.</param>
/// <param name="Estimate">How long it would take, and how much it would store and transfer.</param>
public sealed record PlanPreview(
    int Schema,
    string Run,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Warning> Warnings,
    DateTimeOffset? Deadline,
    int? TolerateFailedRegions,
    PlannedSource? Source,
    PlannedImage? Image,
    IReadOnlyList<string> Changes,
    IReadOnlyList<RegionPreview> Regions,
    PlanEstimate? Estimate);

/// <summary>One destination of a preview.</summary>
/// <param name="Region">The Region.</param>
/// <param name="ImageAction">Where its image comes from.</param>
/// <param name="Planned">What is planned here; what the Regions share in a plan is filled in, so that it can be read by itself.</param>
/// <param name="Changes">What is there now and would be changed, each in a sentence.</param>
public sealed record RegionPreview(string Region, ImageAction ImageAction, PlannedDestination Planned, IReadOnlyList<string> Changes);

/// <summary>Where a Region's image comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImageAction>))]
public enum ImageAction
{
    /// <summary>It is made of the source instance.</summary>
    [JsonStringEnumMemberName("create")] Create,

    /// <summary>It is copied from the source Region.</summary>
    [JsonStringEnumMemberName("copy")] Copy,

    /// <summary>It is the image that the run starts from.</summary>
    [JsonStringEnumMemberName("use")] Use,
}
