using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

internal sealed class CreateLaunchTemplateVersion : Operation
{
    internal override bool TakesClientToken => true;

    internal override int LongestToken => 128;

    internal override Effect Prepare(Call call)
    {
        var parameters = call.Parameters;
        var template = call.Template(parameters);
        var description = TemplateData.ReadDescription(parameters);
        if (parameters.Flag("ResolveAlias") == true)
        {
            throw RequestErrors.Unsupported("ResolveAlias");
        }

        var settings = parameters.Text("SourceVersion") is { } source
            ? LaunchSettingsReader.Read(parameters.Structure("LaunchTemplateData")).Over(Inherited(template.Version(source).Settings))
            : TemplateData.Read(parameters);
        return () =>
        {
            var version = template.Add(settings, description, call.Now);
            var warning = TemplateWarning.Of(settings, call);
            return response =>
            {
                response.Open("launchTemplateVersion");
                response.WriteVersion(template, version, call);
                response.Close("launchTemplateVersion");
                warning?.Write(response);
            };
        };
    }

    /// <summary>A source version's snapshots are not inherited: they belong to its image.</summary>
    private static LaunchSettings Inherited(LaunchSettings source) =>
        source with { BlockDevices = [.. source.BlockDevices.Select(device => device with { SnapshotId = null })] };
}
