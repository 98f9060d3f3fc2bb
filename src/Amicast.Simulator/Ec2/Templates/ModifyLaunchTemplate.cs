namespace Amicast.Simulator.Ec2.Templates;

/// <summary>Sets the default version; nothing else of a launch template can be modified.</summary>
internal sealed class ModifyLaunchTemplate : Operation
{
    internal override bool TakesClientToken => true;

    internal override int LongestToken => 128;

    internal override Effect Prepare(Call call)
    {
        var template = call.Template(call.Parameters);
        var version = template.Version(call.Parameters.Required("SetDefaultVersion"));
        return () =>
        {
            template.DefaultVersion = version.Number;
            return response =>
            {
                response.Open("launchTemplate");
                response.WriteTemplate(template, call);
                response.Close("launchTemplate");
            };
        };
    }
}
