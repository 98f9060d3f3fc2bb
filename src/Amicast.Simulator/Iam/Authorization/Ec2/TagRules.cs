using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Tags;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>What tagging authorises: each resource, with the tags that it has and those of the request. There is no <c>ec2:CreateAction</c> here.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for Amazon EC2".</remarks>
internal static class TagRules
{
    internal static IEnumerable<AuthorizationRule> All => [new("ec2:CreateTags", Create), new("ec2:DeleteTags", Delete)];

    private static IEnumerable<AuthorizationRequest> Create(Call call)
    {
        var requested = TagKeys.Requested(TagSpecifications.ReadTags(call.Parameters)).ToList();
        return Resources(call).Select(resource => call.Ask("ec2:CreateTags", resource.With(requested)));
    }

    private static IEnumerable<AuthorizationRequest> Delete(Call call)
    {
        var tags = call.Parameters.Structures("Tag").Select(tag => (Key: tag.Required("Key"), Value: tag.Text("Value"))).ToList();
        ContextValue[] requested =
        [
            .. tags.Where(tag => tag.Value is not null).Select(tag => new ContextValue($"aws:RequestTag/{tag.Key}", tag.Value!)),
            .. tags.Select(tag => new ContextValue("aws:TagKeys", tag.Key)),
        ];
        return Resources(call).Select(resource => call.Ask("ec2:DeleteTags", resource.WithTagsOnly().With(requested)));
    }

    private static IEnumerable<AuthorizedResource> Resources(Call call) =>
        call.Parameters.List("ResourceId").Distinct().Select(id => Ec2Resources.Of(call, TaggedResources.Find(call, id)));
}
