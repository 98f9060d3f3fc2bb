namespace Amicast.Simulator.Ec2.Templates;

/// <summary>Deletes a launch template with all its versions.</summary>
internal sealed class DeleteLaunchTemplate : Operation
{
    internal override Effect Prepare(Call call)
    {
        var template = call.Template(call.Parameters);
        return () =>
        {
            template.GoneAt = call.Now;
            return response =>
            {
                response.Open("launchTemplate");
                response.WriteTemplate(template, call);
                response.Close("launchTemplate");
            };
        };
    }
}
