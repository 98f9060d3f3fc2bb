using Amazon.EC2;
using Amazon.EC2.Model;
using Amicast.Aws;

namespace Amicast.Rollbacks;

/// <summary>Takes the run's versions out of a launch template, or the run's template away.</summary>
/// <remarks>
/// The default version goes back only from one of the run's; where somebody else has moved it since, it stays. Versions carry no tags: the run's are
/// recognised by their descriptions. A template that the run made and somebody else has added to is theirs too by now, and stays.
/// </remarks>
internal sealed class TemplateRestoring(IAmazonEC2 ec2, string run, string region, Cleaning cleaning, TimeProvider time)
{
    private const string AlreadyGone = "launchTemplateVersionDoesNotExist";
    private readonly string _mark = $"amicast run={run}";

    internal async Task RestoreAsync(TemplateBefore before, CancellationToken cancellation)
    {
        var versions = await VersionsAsync(before.Id, cancellation);
        var own = versions.Where(version => version.VersionDescription?.StartsWith($"{_mark} ", StringComparison.Ordinal) == true).ToList();
        if (own.Count == 0)
        {
            return;
        }

        if (own.Exists(version => version.DefaultVersion == true))
        {
            if (!versions.Exists(version => version.VersionNumber == before.DefaultVersion))
            {
                cleaning.Saw(before.Id);
                cleaning.Leave(before.Id, $"its default version was {before.DefaultVersion}, which somebody has deleted: give {before.Name} another default version");
                own.RemoveAll(version => version.DefaultVersion == true);
            }
            else if (!await MoveDefaultBackAsync(before, cancellation))
            {
                return;
            }
        }
        else if (versions.Find(version => version.DefaultVersion == true) is { VersionNumber: { } other } && other != before.DefaultVersion)
        {
            cleaning.Keep($"the default version of {before.Id} ({before.Name}) is {other}: somebody else has moved it, and it stays");
        }

        await DeleteAsync(before, [.. own.Select(version => version.VersionNumber ?? 0)], cancellation);
    }

    internal async Task DeleteMadeAsync(LaunchTemplate made, CancellationToken cancellation)
    {
        var versions = await VersionsAsync(made.LaunchTemplateId, cancellation);
        if (versions.Find(version => version.VersionDescription?.StartsWith(_mark, StringComparison.Ordinal) != true) is { } others)
        {
            cleaning.Keep($"{made.LaunchTemplateId} ({made.LaunchTemplateName}), which the run has made: somebody else has added version {others.VersionNumber}");
            return;
        }

        await cleaning.RemoveAsync(made.LaunchTemplateId, () => ec2.DeleteLaunchTemplateAsync(new DeleteLaunchTemplateRequest { LaunchTemplateId = made.LaunchTemplateId }, cancellation));
    }

    private async Task<List<LaunchTemplateVersion>> VersionsAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return await ec2.Paginators.DescribeLaunchTemplateVersions(new DescribeLaunchTemplateVersionsRequest { LaunchTemplateId = id }).LaunchTemplateVersions.ToListAsync(cancellation);
        }
        catch (Errors.NotVisibleYetException)
        {
            // Somebody has deleted it.
            return [];
        }
    }

    private async Task<bool> MoveDefaultBackAsync(TemplateBefore before, CancellationToken cancellation)
    {
        var moved = false;
        await cleaning.RestoreAsync(before.Id, $"default version {before.DefaultVersion} of {before.Id} ({before.Name})", async () =>
        {
            // A token of its own for each look: the move may be needed a second time, after a late call of the run.
            var token = ClientToken.For(run, region, $"Rollback/{before.Id}/{time.GetUtcNow().UtcTicks}", 1);
            await ec2.ModifyLaunchTemplateAsync(new ModifyLaunchTemplateRequest { ClientToken = token, LaunchTemplateId = before.Id, DefaultVersion = $"{before.DefaultVersion}" }, cancellation);
            moved = true;
        });
        return moved;
    }

    private async Task DeleteAsync(TemplateBefore before, List<long> numbers, CancellationToken cancellation)
    {
        var names = numbers.ConvertAll(number => $"version {number} of {before.Id}");
        names.ForEach(cleaning.Saw);
        if (numbers.Count > 0)
        {
            await cleaning.RemoveAsync(names[0], async () =>
            {
                var ask = new DeleteLaunchTemplateVersionsRequest { LaunchTemplateId = before.Id, Versions = [.. numbers.Select(number => $"{number}")] };
                var answer = await ec2.DeleteLaunchTemplateVersionsAsync(ask, cancellation);
                foreach (var failed in (answer.UnsuccessfullyDeletedLaunchTemplateVersions ?? []).Where(failed => failed.ResponseError?.Code?.Value != AlreadyGone))
                {
                    cleaning.Await($"version {failed.VersionNumber} of {before.Id}", failed.ResponseError?.Message ?? "EC2 gives no reason");
                }
            });
        }
    }
}
