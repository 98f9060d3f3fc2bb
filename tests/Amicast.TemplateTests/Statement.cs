using YamlDotNet.RepresentationModel;

namespace Amicast.TemplateTests;

/// <summary>A statement of a policy: the function, state machine or role that it is for, its effect and its actions.</summary>
internal sealed record Statement(string Owner, string Effect, IReadOnlyList<string> Actions, YamlMappingNode Node)
{
    /// <summary>Every statement of the template, also those that stand under a condition.</summary>
    internal static IReadOnlyList<Statement> All { get; } =
    [
        .. Template.Deployed.Functions.Concat(Template.Deployed.ResourcesOf("AWS::Serverless::StateMachine")).Concat(Template.Deployed.ResourcesOf("AWS::IAM::Role")).SelectMany(owner =>
            owner.Value["Properties"]["Policies"].AllNodes.OfType<YamlMappingNode>()
                .Where(node => node.Children.ContainsKey("Effect"))
                .Select(node => new Statement(owner.Key, Template.Scalar(node, "Effect"), Texts(node["Action"]), node))),
    ];

    private static IReadOnlyList<string> Texts(YamlNode node) => node is YamlSequenceNode many ? [.. many.Select(Template.Value)] : [Template.Value(node)];
}
