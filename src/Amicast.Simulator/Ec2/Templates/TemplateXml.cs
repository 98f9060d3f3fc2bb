using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

/// <summary>Launch templates and their versions, as responses show them.</summary>
internal static class TemplateXml
{
    internal static void WriteTemplate(this ResponseWriter response, LaunchTemplate template, Call call)
    {
        response.Text("launchTemplateId", template.Id);
        response.Text("launchTemplateName", template.Name);
        response.Moment("createTime", template.CreatedAt);
        response.Text("createdBy", CreatedBy(call));
        response.Number("defaultVersionNumber", template.DefaultVersion);
        response.Number("latestVersionNumber", template.LatestVersion);
        response.WriteTags(template.TagsShownTo(call));
    }

    internal static void WriteVersion(this ResponseWriter response, LaunchTemplate template, TemplateVersion version, Call call)
    {
        response.Text("launchTemplateId", template.Id);
        response.Text("launchTemplateName", template.Name);
        response.Number("versionNumber", version.Number);
        response.Text("versionDescription", version.Description);
        response.Moment("createTime", version.CreatedAt);
        response.Text("createdBy", CreatedBy(call));
        response.Flag("defaultVersion", version.Number == template.DefaultVersion);
        response.Open("launchTemplateData");
        LaunchSettingsXml.Write(response, version.Settings);
        response.Close("launchTemplateData");
    }

    private static string CreatedBy(Call call) => $"arn:aws:iam::{call.AccountId}:root";
}
