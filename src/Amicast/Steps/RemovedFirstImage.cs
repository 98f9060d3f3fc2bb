using Amicast.Reports;

namespace Amicast.Steps;

/// <summary>The first image, where it was removed because an encrypted copy has taken its place, also where the step that removed it never came to say so.</summary>
internal static class RemovedFirstImage
{
    /// <param name="state">What the execution knows.</param>
    /// <param name="source">What carries the run's tags in the source Region; none without a plan.</param>
    internal static RemovedImages? Of(RunRecord state, TaggedResources? source)
    {
        if (state.Removed is { Images.Count: > 0 } said)
        {
            return said;
        }

        // An image that was there before carries attempt 0, and is never removed.
        return state is { Plan.ReplacesFirstImage: true, Image: { Attempt: > 0 } first } && source is { Unseen: null } && HasSuccessor(state, first)
            && source.Images.All(image => image.ImageId != first.ImageId)
            ? new RemovedImages([first.ImageId], [.. first.Snapshots.Except(source.Snapshots.Select(snapshot => snapshot.SnapshotId))])
            : null;
    }

    private static bool HasSuccessor(RunRecord state, ImageRecord first) =>
        state.Regions?.Any(region => region.Region == state.Plan!.Source.Region && region.Image is { State: "available" } copy && copy.ImageId != first.ImageId) == true;
}
