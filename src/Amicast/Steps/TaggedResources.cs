using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Errors;

namespace Amicast.Steps;

/// <summary>Everything in one Region that carries a run's tag.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Images">Its images.</param>
/// <param name="Snapshots">Its snapshots.</param>
/// <param name="Instances">Its instances, the dead ones too.</param>
/// <param name="Templates">Its launch templates, where the plan has any.</param>
/// <param name="Unseen">Why the Region could not be looked through, if it could not.</param>
internal sealed record TaggedResources(
    string Region, IReadOnlyList<Image> Images, IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<Instance> Instances, IReadOnlyList<LaunchTemplate> Templates, string? Unseen)
{
    // The report comes last: what passes in half a minute is waited out here, so that one Region in trouble does not cost the others their look.
    private const int Looks = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    internal static async Task<TaggedResources> LookAsync(IAmazonEC2 ec2, string region, string run, bool withTemplates, TimeProvider time, CancellationToken cancellation)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                return await LookOnceAsync(ec2, region, run, withTemplates, cancellation);
            }
            catch (AmicastException) when (look < Looks)
            {
                await Task.Delay(BetweenLooks, time);
            }
            catch (AmicastException trouble)
            {
                return new TaggedResources(region, [], [], [], [], trouble.Message);
            }
        }
    }

    /// <summary>One look, with launch templates: for those who look again by themselves.</summary>
    internal static async Task<TaggedResources> LookOnceOrSayAsync(IAmazonEC2 ec2, string region, string run, CancellationToken cancellation)
    {
        try
        {
            return await LookOnceAsync(ec2, region, run, withTemplates: true, cancellation);
        }
        catch (AmicastException trouble)
        {
            return new TaggedResources(region, [], [], [], [], trouble.Message);
        }
    }

    private static async Task<TaggedResources> LookOnceAsync(IAmazonEC2 ec2, string region, string run, bool withTemplates, CancellationToken cancellation)
    {
        var filters = RunTags.Find(run);
        var images = ec2.Paginators.DescribeImages(new DescribeImagesRequest { Owners = ["self"], Filters = filters, IncludeDeprecated = true, IncludeDisabled = true });
        var snapshots = ec2.Paginators.DescribeSnapshots(new DescribeSnapshotsRequest { OwnerIds = ["self"], Filters = filters });
        return new TaggedResources(
            region,
            await images.Images.ToListAsync(cancellation),
            await snapshots.Snapshots.ToListAsync(cancellation),
            await LaunchedInstances.FindAsync(ec2, filters, cancellation),
            withTemplates ? await ec2.Paginators.DescribeLaunchTemplates(new DescribeLaunchTemplatesRequest { Filters = filters }).LaunchTemplates.ToListAsync(cancellation) : [],
            Unseen: null);
    }
}
