using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ssm;

namespace Amicast.Simulator.Iam.Authorization.Ssm;

/// <summary>What the operations of the Parameter Store authorise: the parameter, there or not.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for AWS Systems Manager".</remarks>
internal static class ParameterRules
{
    private const string AddTags = "ssm:AddTagsToResource";
    private const string DescribeImages = "ec2:DescribeImages";

    internal static IEnumerable<AuthorizationRule> All =>
    [
        new("ssm:GetParameter", One),
        new("ssm:DeleteParameter", One),
        new("ssm:GetParameterHistory", One),
        new("ssm:PutParameter", Put, AddTags, DescribeImages),
    ];

    private static IEnumerable<AuthorizationRequest> One(Call call) => [call.Ask($"ssm:{call.Request.Operation}", Resource(call))];

    /// <summary>
    /// With tags it tags as well. A value of the data type <c>aws:ec2:image</c> is looked up with the caller's own permission ("Native parameter support for
    /// Amazon Machine Image IDs", Systems Manager user guide); a choice: who may not is refused at once.
    /// </summary>
    private static IEnumerable<AuthorizationRequest> Put(Call call)
    {
        var requested = TagKeys.Requested(PutParameter.RequestedTags(call.Parameters)).ToList();
        var parameter = Resource(call);
        var overwrites = call.Parameters.Text("Overwrite") == "true" ? "true" : "false";
        yield return call.Ask("ssm:PutParameter", parameter.With("ssm:Overwrite", overwrites).With(requested));
        if (requested.Count > 0)
        {
            yield return call.Ask(AddTags, parameter.With(requested));
        }

        if (call.Parameters.Text("DataType") == "aws:ec2:image")
        {
            yield return call.Ask(DescribeImages, AuthorizedResource.All);
        }
    }

    private static AuthorizedResource Resource(Call call)
    {
        var name = call.Parameters.Required("Name", "name").Split(':')[0];
        return new(Arns.OfParameter(call.Region, call.AccountId, name), call.AccountId, [.. TagKeys.OfResource(call.Region.ParameterStore.Tags(name), "aws", "ssm")]);
    }
}
