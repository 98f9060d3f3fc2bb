using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Resources;
using Amicast.Simulator.Ec2.Tags;
using Amicast.Simulator.Ec2.Templates;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>What the operations on launch templates authorise: the template, and nothing of what its versions name.</summary>
/// <remarks>
/// Source: "Actions, resources, and condition keys for Amazon EC2", and "IAM permissions required for Amazon EC2 launch templates", EC2 user guide: what a
/// version names (image, instance profile) is not looked at when it is made, so iam:PassRole is asked for by the launch alone.
/// </remarks>
internal static class TemplateRules
{
    private const string Kind = "launch-template";
    private static readonly string[] OfOneTemplate = ["CreateLaunchTemplateVersion", "DeleteLaunchTemplate", "DeleteLaunchTemplateVersions"];

    internal static IEnumerable<AuthorizationRule> All =>
    [
        new("ec2:CreateLaunchTemplate", Create, TagsAtCreation.Action),
        .. OfOneTemplate.Select(operation => new AuthorizationRule($"ec2:{operation}", call => [call.Ask($"ec2:{operation}", Template(call))])),
        new("ec2:ModifyLaunchTemplate", Modify),
    ];

    private static AuthorizedResource Template(Call call) => Ec2Resources.Of(call, call.Template(call.Parameters));

    private static IEnumerable<AuthorizationRequest> Create(Call call)
    {
        var tags = TagSpecifications.Read(call.Parameters, Kind);
        return
        [
            call.Ask("ec2:CreateLaunchTemplate", Ec2Resources.New(call, Kind, tags.GetValueOrDefault(Kind, TagSet.None))),
            .. TagsAtCreation.Ask(call, tags, "CreateLaunchTemplate", Kind),
        ];
    }

    /// <summary>A choice: the attribute is named as the SDKs name the parameter.</summary>
    private static IEnumerable<AuthorizationRequest> Modify(Call call) =>
    [
        call.Ask("ec2:ModifyLaunchTemplate", Template(call)
            .With("ec2:Attribute", "DefaultVersion")
            .With("ec2:Attribute/DefaultVersion", call.Parameters.Text("SetDefaultVersion"))),
    ];
}
