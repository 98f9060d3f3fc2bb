using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amicast.Tests;
using YamlDotNet.RepresentationModel;

namespace Amicast.Deployed;

/// <summary>The inline policies of everything in <c>template.yaml</c> that has some, as they are deployed for certain parameters.</summary>
/// <remarks>What SAM adds by itself is not among them: the permissions to write logs and traces.</remarks>
internal sealed class RenderedPolicies
{
    private readonly YamlMappingNode _root;
    private readonly TemplateValues _values;

    /// <param name="parameters">The parameters' values, where they are not the defaults.</param>
    internal RenderedPolicies(params IEnumerable<(string Name, string Value)> parameters)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read("template.yaml")));
        _root = (YamlMappingNode)stream.Documents[0].RootNode;
        var given = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        Array.ForEach([.. given], Check);
        _values = new TemplateValues(_root, given);
        Policies = Resources.Where(HasPolicies).ToDictionary(resource => resource.Name, Render);
    }

    /// <summary>By the logical id of the function or state machine.</summary>
    internal IReadOnlyDictionary<string, JsonObject> Policies { get; }

    /// <summary>The owner and the Sid of every statement of the template, whether or not this deployment has it.</summary>
    internal IEnumerable<string> Statements => Resources.Where(HasPolicies).SelectMany(resource => resource.Node["Properties"]["Policies"].AllNodes.OfType<YamlMappingNode>()
        .Where(node => node.Children.ContainsKey("Effect"))
        .Select(node => $"{resource.Name} {node["Sid"]}"));

    /// <summary>The logical ids of functions, by their handlers.</summary>
    internal IReadOnlyDictionary<string, string> FunctionsByHandler => Resources
        .Where(resource => resource.Node["Type"].ToString() == "AWS::Serverless::Function")
        .ToDictionary(resource => _values.Text(resource.Node["Properties"]["Handler"]), resource => resource.Name);

    /// <summary>The logical id of the state machine that carries runs out.</summary>
    internal string StateMachine => Resources.Single(resource => resource.Node["Type"].ToString() == "AWS::Serverless::StateMachine"
        && _values.Text(resource.Node["Properties"]["DefinitionUri"]) == "statemachine/distribution.asl.json").Name;

    /// <summary>What the definition names a function by, by the function's handler.</summary>
    internal IReadOnlyDictionary<string, string> TaskArns => ((YamlMappingNode)_root["Resources"][StateMachine]["Properties"]["DefinitionSubstitutions"]).Children
        .ToDictionary(child => ((YamlScalarNode)child.Key).Value![..^"FunctionArn".Length], child => _values.Text(child.Value));

    private IEnumerable<(string Name, YamlMappingNode Node)> Resources =>
        ((YamlMappingNode)_root["Resources"]).Children.Select(child => (((YamlScalarNode)child.Key).Value!, (YamlMappingNode)child.Value));

    private static bool HasPolicies((string Name, YamlMappingNode Node) resource) =>
        resource.Node.Children.TryGetValue("Properties", out var properties) && ((YamlMappingNode)properties).Children.ContainsKey("Policies");

    // Of AWS::Iam::Role each policy stands under PolicyDocument; SAM takes the documents themselves.
    private JsonObject Render((string Name, YamlMappingNode Node) resource)
    {
        var statements = ((JsonArray)_values.Json(resource.Node["Properties"]["Policies"])!)
            .Select(policy => policy is JsonObject document ? document["PolicyDocument"] ?? document : throw new NotSupportedException($"{resource.Name}: the policy {policy} is not carried out."))
            .SelectMany(document => (JsonArray)document["Statement"]!)
            .Select(statement => statement!.DeepClone());
        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) };
    }

    private void Check(KeyValuePair<string, string> given)
    {
        var known = (YamlMappingNode)_root["Parameters"];
        if (!known.Children.TryGetValue(given.Key, out var parameter))
        {
            throw new NotSupportedException($"The template has no parameter {given.Key}.");
        }

        var allowed = ((YamlMappingNode)parameter).Children;
        if (allowed.TryGetValue("AllowedPattern", out var pattern) && !Regex.IsMatch(given.Value, pattern.ToString(), RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            throw new NotSupportedException($"{given.Key}: '{given.Value}' does not match {pattern}.");
        }
    }
}
