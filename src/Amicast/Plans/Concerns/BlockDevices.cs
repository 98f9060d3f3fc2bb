using Amicast.Requests;

namespace Amicast.Plans.Concerns;

/// <summary>What is said of the instance's devices: they are there, and the root volume stays in the image.</summary>
internal sealed class BlockDevices(PlanScope scope, SourceConcern source) : PlanConcern
{
    internal override Task LookFurtherAsync(CancellationToken cancellation)
    {
        if (source.Facts?.Instance is { } instance)
        {
            List<string> there = [.. instance.BlockDeviceMappings?.Select(mapping => mapping.DeviceName) ?? []];
            foreach (var wanted in scope.Request.Image.BlockDevices ?? [])
            {
                Check(wanted, there, instance.RootDeviceName);
            }
        }

        return Task.CompletedTask;
    }

    internal override Plan Complete(Plan plan) => plan.Image is not { } image || scope.Request.Image.BlockDevices is not { } devices ? plan
        : plan with { Image = image with { BlockDevices = [.. devices.Select(d => new PlannedBlockDevice(d.Device, d.Exclude, d.DeleteOnTermination))] } };

    private void Check(RequestBlockDevice wanted, List<string> there, string root)
    {
        var path = $"{wanted.Path}.device";
        if (!there.Contains(wanted.Device))
        {
            scope.Findings.Refuse([new Problem(path, "UnknownDevice", $"the instance has no device '{wanted.Device}'", Nearest.Remedy(wanted.Device, there))]);
        }
        else if (wanted.Exclude && wanted.Device == root)
        {
            scope.Findings.Refuse([new Problem(path, "RootDevice", $"'{root}' is the instance's root device", "an image without its root volume cannot be launched: exclude other devices")]);
        }
    }
}
