using Amicast.Simulator.Ec2.Regions;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

internal sealed class DescribeLaunchTemplates : DescribeOperation<LaunchTemplate>
{
    private static readonly FilterTable<LaunchTemplate> Table = new FilterTable<LaunchTemplate>()
        .With("create-time", (template, _) => FilterTable.Text(template.CreatedAt))
        .With("launch-template-name", (template, _) => template.Name)
        .WithTags((template, call) => template.TagsShownTo(call));

    private protected override string IdParameter => "LaunchTemplateId";

    private protected override string SetElement => "launchTemplates";

    private protected override FilterTable<LaunchTemplate> Filters => Table;

    private protected override (int Least, int Most) PageSizes => (1, 200);

    private protected override bool PagesNamed => true;

    private protected override Shelf<LaunchTemplate> ShelfOf(Region region) => region.Templates;

    private protected override void CheckId(string id) => TemplateErrors.CheckId(id);

    private protected override Ec2Exception NotFound(IReadOnlyList<string> ids) => TemplateErrors.NotFound(ids);

    private protected override Func<LaunchTemplate, bool> Selection(Call call, bool named)
    {
        var templates = call.Parameters.List("LaunchTemplateName").Select(call.TemplateByName).ToHashSet();
        return template => templates.Count == 0 || templates.Contains(template);
    }

    private protected override void Write(ResponseWriter response, LaunchTemplate item, Call call) => response.WriteTemplate(item, call);
}
