using Amicast.Tests;
using YamlDotNet.RepresentationModel;

namespace Amicast.TemplateTests;

/// <summary>The deployment's template, as it is written: CloudFormation's short forms (<c>!Ref</c>, <c>!GetAtt</c>) stay tags of their nodes.</summary>
internal sealed class Template
{
    private readonly YamlMappingNode _root;

    private Template(string text)
    {
        Text = text;
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        _root = (YamlMappingNode)stream.Documents[0].RootNode;
    }

    internal static Template Deployed { get; } = new(Repository.Read("template.yaml"));

    /// <summary>The stack of one's own with schedules.</summary>
    internal static Template Schedules { get; } = new(Repository.Read("examples/schedule.yaml"));

    internal string Text { get; }

    internal YamlMappingNode Globals => Map(_root, "Globals", "Function");

    internal YamlMappingNode Parameters => Map(_root, "Parameters");

    internal YamlMappingNode Outputs => Map(_root, "Outputs");

    internal YamlMappingNode Rules => Map(_root, "Rules");

    internal YamlMappingNode Conditions => Map(_root, "Conditions");

    internal IReadOnlyDictionary<string, YamlMappingNode> Resources => Map(_root, "Resources").Children
        .ToDictionary(resource => Value(resource.Key), resource => (YamlMappingNode)resource.Value);

    /// <summary>The state machine that carries runs out.</summary>
    internal YamlMappingNode StateMachine => Map(ResourcesOf("AWS::Serverless::StateMachine")["Distribution"], "Properties");

    internal IReadOnlyDictionary<string, YamlMappingNode> Functions => ResourcesOf("AWS::Serverless::Function");

    internal IReadOnlyDictionary<string, YamlMappingNode> ResourcesOf(string type) => Resources
        .Where(resource => Scalar(resource.Value, "Type") == type)
        .ToDictionary(resource => resource.Key, resource => resource.Value);

    internal static YamlMappingNode Map(YamlNode node, params string[] path) => (YamlMappingNode)path.Aggregate(node, (at, name) => at[name]);

    internal static string Scalar(YamlNode node, params string[] path) => Value(path.Aggregate(node, (at, name) => at[name]));

    internal static string Value(YamlNode node) => ((YamlScalarNode)node).Value!;

    /// <summary>A short form as it is written, e.g. <c>!GetAtt PlanFunction.Arn</c>.</summary>
    internal static string ShortForm(YamlNode node) => $"{node.Tag} {Value(node)}";
}
