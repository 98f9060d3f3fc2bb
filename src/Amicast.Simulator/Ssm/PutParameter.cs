using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Ssm;

/// <summary>Makes a parameter, or with Overwrite its next version. The types are String and StringList; SecureString is refused.</summary>
internal sealed partial class PutParameter : JsonOperation
{
    private const int LongestValue = 4096;
    private const int LongestDescription = 1024;
    private static readonly string[] Members = ["Name", "Value", "Type", "Overwrite", "Description", "DataType", "Tier"];

    internal static bool IsName(string text) => Form().IsMatch(text);

    internal override JsonObject Carry(Call call)
    {
        var parameters = call.Parameters;
        if (parameters.Members().FirstOrDefault(member => !Members.Contains(member)) is { } unknown)
        {
            throw ParameterErrors.Invalid($"The simulated account does not support the parameter {unknown}.");
        }

        var (name, value) = (parameters.Required("Name", "name"), parameters.Required("Value", "value"));
        var versions = call.Region.ParameterStore.Versions(name);
        var overwrites = Flag(parameters, "Overwrite") == true;
        if (versions.Count > 0 && !overwrites)
        {
            throw ParameterErrors.AlreadyExists();
        }

        Check(name, value);
        if (parameters.Text("Description") is { Length: > LongestDescription })
        {
            throw ParameterErrors.Invalid($"1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length less than or equal to {LongestDescription}");
        }

        var version = new ParameterVersion(
            versions.Count == 0 ? 1 : versions[^1].Number + 1,
            TypeOf(parameters, versions),
            value,
            DataTypeOf(parameters),
            parameters.Text("Description"),
            call.Now);
        call.Region.ParameterStore.Add(name, version);
        return new() { ["Version"] = version.Number, ["Tier"] = "Standard" };
    }

    private static void Check(string name, string value)
    {
        if (!IsName(name))
        {
            throw ParameterErrors.Invalid("Parameter name: can't be prefixed with \"ssm\" or \"aws\" and may hold letters, digits and _.-/ only.");
        }

        if (value.Length > LongestValue)
        {
            throw ParameterErrors.Invalid($"Standard tier parameters support a maximum parameter value of {LongestValue} characters.");
        }
    }

    private static string TypeOf(Parameters parameters, IReadOnlyList<ParameterVersion> versions) =>
        (parameters.Text("Type") ?? (versions.Count > 0 ? versions[^1].Type : null)) switch
        {
            "String" => "String",
            "StringList" => "StringList",
            null => throw ParameterErrors.Invalid("A parameter type is required when you create a parameter."),
            var other => throw ParameterErrors.Invalid($"The simulated account does not support parameters of the type {other}."),
        };

    /// <summary>A choice: an image id is not looked up before the parameter is made.</summary>
    private static string DataTypeOf(Parameters parameters) => parameters.Text("DataType") switch
    {
        null or "text" => "text",
        "aws:ec2:image" => "aws:ec2:image",
        var other => throw ParameterErrors.Invalid($"The following data type is not supported: {other} (Data type names are all lowercase.)"),
    };

    [GeneratedRegex(@"^(?!/?(aws|ssm))[a-zA-Z0-9_.\-/]{1,1011}$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
