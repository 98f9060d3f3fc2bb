using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Resources;

namespace Amicast.Simulator.Iam.Authorization.Ec2;

/// <summary>To tag what a call makes, the caller must be allowed to tag as well; without tags nobody asks.</summary>
/// <remarks>Source: "Grant permission to tag Amazon EC2 resources during creation", EC2 user guide.</remarks>
internal static class TagsAtCreation
{
    internal const string Action = "ec2:CreateTags";

    /// <param name="tags">By kind of resource.</param>
    /// <param name="createAction">The operation that makes the resource.</param>
    internal static IEnumerable<AuthorizationRequest> Ask(
        Call call, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> tags, string createAction, params IEnumerable<string> kinds) =>
        from kind in kinds
        let given = tags.GetValueOrDefault(kind, TagSet.None)
        where given.Count > 0
        select call.Ask(Action, Ec2Resources.New(call, kind, given).With("ec2:CreateAction", createAction));
}
