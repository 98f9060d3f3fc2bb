using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Amicast.Deployed;

/// <summary>What CloudFormation makes of a template's values for certain parameters. A function that it does not know it refuses by name.</summary>
/// <param name="root">The template.</param>
/// <param name="parameters">The parameters' values, where they are not the defaults.</param>
internal sealed partial class TemplateValues(YamlMappingNode root, IReadOnlyDictionary<string, string> parameters)
{
    internal const string AccountId = "123456789012";
    internal const string StackName = "amicast";
    private const string Region = "us-east-1";
    private static readonly JsonNode NoValue = JsonValue.Create("AWS::NoValue");

    /// <summary>A node as JSON, without what is AWS::NoValue.</summary>
    internal JsonNode? Json(YamlNode node) => Function(node) is var (name, argument) ? Apply(name, argument) : node switch
    {
        YamlScalarNode scalar => scalar.Value,
        YamlSequenceNode list => new JsonArray([.. list.Select(Json).Where(item => item != NoValue).Select(item => item?.DeepClone())]),
        YamlMappingNode map => new JsonObject(map.Children
            .Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Json(child.Value)))
            .Where(child => child.Value != NoValue)
            .Select(child => KeyValuePair.Create(child.Key, child.Value?.DeepClone()))),
        _ => throw new NotSupportedException($"{node.Start}: {node.NodeType}"),
    };

    internal string Text(YamlNode node) => Json(node)!.GetValue<string>();

    // !Sub and Fn::Sub are the same; !Ref and Ref, !Condition and Condition too.
    private static (string Name, YamlNode Argument)? Function(YamlNode node)
    {
        if (node.Tag is { IsEmpty: false, IsNonSpecific: false } tag && tag.Value.StartsWith('!') && !tag.Value.StartsWith("!!", StringComparison.Ordinal))
        {
            return (tag.Value[1..], node);
        }

        return node is YamlMappingNode { Children: [var (key, value)] } && ((YamlScalarNode)key).Value is { } name
            && (name is "Ref" or "Condition" || name.StartsWith("Fn::", StringComparison.Ordinal))
            && !(name == "Condition" && value is not YamlScalarNode)
            ? (name.StartsWith("Fn::", StringComparison.Ordinal) ? name[4..] : name, value)
            : null;
    }

    private JsonNode? Apply(string name, YamlNode argument) => name switch
    {
        "Ref" => Reference(Plain(argument)),
        "GetAtt" => Attribute(argument is YamlSequenceNode parts ? string.Join('.', parts.Select(Text)) : Plain(argument)),
        "Sub" => Substitute(argument),
        "If" => Holds(Plain(Arguments(argument)[0])) ? Json(Arguments(argument)[1]) : Json(Arguments(argument)[2]),
        "Split" => new JsonArray([.. Text(Arguments(argument)[1]).Split(Text(Arguments(argument)[0])).Select(part => (JsonNode)part)]),
        "Join" => string.Join(Text(Arguments(argument)[0]), List(Arguments(argument)[1])),
        "Select" => List(Arguments(argument)[1])[int.Parse(Text(Arguments(argument)[0]))],
        _ => throw new NotSupportedException($"{argument.Start}: the function {name} is not carried out."),
    };

    private bool Holds(string condition) => Test(Node("Conditions", condition) ?? throw new NotSupportedException($"There is no condition {condition}."));

    private bool Test(YamlNode node)
    {
        var (name, argument) = Function(node) ?? throw new NotSupportedException($"{node.Start}: this is no condition.");
        return name switch
        {
            "Condition" => Holds(Plain(argument)),
            "Equals" => Text(Arguments(argument)[0]) == Text(Arguments(argument)[1]),
            "Not" => !Test(Arguments(argument)[0]),
            "And" => Arguments(argument).All(Test),
            "Or" => Arguments(argument).Any(Test),
            _ => throw new NotSupportedException($"{node.Start}: the condition {name} is not carried out."),
        };
    }

    private JsonNode? Reference(string name)
    {
        if (Pseudo(name) is { } pseudo)
        {
            return pseudo;
        }

        if (Node("Parameters", name) is YamlMappingNode parameter)
        {
            return parameters.GetValueOrDefault(name) ?? (parameter.Children.TryGetValue("Default", out var value) ? Plain(value) : "");
        }

        // A function's version is a resource that SAM makes.
        return name.EndsWith(".Version", StringComparison.Ordinal) ? $"{Attribute($"{name[..^".Version".Length]}.Arn")}:1" : $"{StackName}-{Resource(name)}";
    }

    private static JsonNode? Pseudo(string name) => name switch
    {
        "AWS::Partition" => "aws",
        "AWS::AccountId" => AccountId,
        "AWS::Region" => Region,
        "AWS::StackName" => StackName,
        "AWS::URLSuffix" => "amazonaws.com",
        "AWS::NoValue" => NoValue,
        _ => null,
    };

    private string Attribute(string text)
    {
        var (resource, attribute) = (Resource(text.Split('.')[0]), text[(text.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        return $"arn:aws:{Plain(Node("Resources", resource)!["Type"]).Replace("::", "-", StringComparison.Ordinal).ToLowerInvariant()}:{Region}:{AccountId}:{resource}{(attribute == "Arn" ? "" : $"/{attribute}")}";
    }

    private string Resource(string name) =>
        Node("Resources", name) is null ? throw new NotSupportedException($"The template has no parameter and no resource {name}.") : name;

    private string Substitute(YamlNode argument)
    {
        var own = argument is YamlSequenceNode pair ? (YamlMappingNode)pair[1] : [];
        var text = Plain(argument is YamlSequenceNode list ? list[0] : argument);
        return Placeholder().Replace(text, match => match.Groups["name"].Value switch
        {
            var name when name.StartsWith('!') => $"${{{name[1..]}}}",
            var name when own.Children.TryGetValue(name, out var value) => Text(value),
            var name when name.Contains('.', StringComparison.Ordinal) => Attribute(name),
            var name => Reference(name)!.GetValue<string>(),
        });
    }

    private List<string> List(YamlNode node) => [.. ((JsonArray)Json(node)!).Select(item => item!.GetValue<string>())];

    private YamlNode? Node(string section, string name) =>
        root.Children.TryGetValue(section, out var all) && ((YamlMappingNode)all).Children.TryGetValue(name, out var found) ? found : null;

    private static YamlSequenceNode Arguments(YamlNode node) => (YamlSequenceNode)node;

    private static string Plain(YamlNode node) => ((YamlScalarNode)node).Value!;

    [GeneratedRegex(@"\$\{(?<name>[^}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
