using System.Text.RegularExpressions;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

internal sealed partial class CreateLaunchTemplate : Operation
{
    internal override bool TakesClientToken => true;

    internal override int LongestToken => 128;

    internal override Effect Prepare(Call call)
    {
        var parameters = call.Parameters;
        var name = parameters.Required("LaunchTemplateName");
        if (!Form().IsMatch(name))
        {
            throw new Ec2Exception(
                "InvalidLaunchTemplateName.MalformedException",
                "A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the following characters: -_.()/");
        }

        if (call.Region.Templates.Named(call.AccountId, name, call.Now).Any())
        {
            throw TemplateErrors.NameTaken();
        }

        var settings = TemplateData.Read(parameters);
        var description = TemplateData.ReadDescription(parameters);
        var tags = TagSpecifications.Read(parameters, "launch-template");
        return () =>
        {
            var template = new LaunchTemplate
            {
                Id = call.Account.Ids.Next("lt"),
                OwnerId = call.AccountId,
                CreatedAt = call.Now,
                Visibility = call.NewVisibility()(),
                Tags = tags.For("launch-template"),
                Name = name,
            };
            template.Add(settings, description, call.Now);
            call.Region.Templates.Add(template);
            var warning = TemplateWarning.Of(settings, call);
            return response =>
            {
                response.Open("launchTemplate");
                response.WriteTemplate(template, call);
                response.Close("launchTemplate");
                warning?.Write(response);
            };
        };
    }

    [GeneratedRegex(@"^[a-zA-Z0-9().\-/_]{3,128}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
