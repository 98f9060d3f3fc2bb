using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Ssm;

/// <summary>Makes a parameter, or with Overwrite its next version. The types are String and StringList; SecureString is refused.</summary>
/// <remarks>
/// A value of the data type aws:ec2:image stands only when the image was looked up, after the answer: a choice, two seconds. If the account has no
/// such image in the Region, it never does.
/// </remarks>
internal sealed partial class PutParameter : JsonOperation
{
    private const int LongestValue = 4096;
    private const int LongestDescription = 1024;
    private static readonly string[] Members = ["Name", "Value", "Type", "Overwrite", "Description", "DataType", "Tier", "Tags"];
    private static readonly TimeSpan LooksImagesUpFor = TimeSpan.FromSeconds(2);

    internal static bool IsName(string text) => Form().IsMatch(text);

    internal override JsonObject Carry(Call call)
    {
        var parameters = call.Parameters;
        if (parameters.Members().FirstOrDefault(member => !Members.Contains(member)) is { } unknown)
        {
            throw ParameterErrors.Invalid($"The simulated account does not support the parameter {unknown}.");
        }

        var (name, value) = (parameters.Required("Name", "name"), parameters.Required("Value", "value"));
        var versions = call.Region.ParameterStore.Versions(name, call.Now);
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
            call.Region.ParameterStore.NextNumber(name),
            TypeOf(parameters, versions),
            value,
            DataTypeOf(parameters),
            parameters.Text("Description"),
            call.Now);
        var tags = TagsOf(parameters, overwrites);
        if (version.DataType == "text")
        {
            call.Region.ParameterStore.Add(name, version);
        }
        else if (IsImage(call, value))
        {
            call.Region.ParameterStore.Add(name, version with { StandsAt = call.Now + LooksImagesUpFor });
        }

        if (tags is not null)
        {
            call.Region.ParameterStore.Tag(name, tags);
        }

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

    private static bool IsImage(Call call, string value)
    {
        try
        {
            return call.Image(call.Region, value).OwnerId.Length > 0;
        }
        catch (Ec2Exception)
        {
            return false;
        }
    }

    /// <summary>The tags that a request gives the parameter.</summary>
    /// <exception cref="Ec2Exception">SerializationException.</exception>
    internal static Dictionary<string, string> RequestedTags(Parameters parameters)
    {
        if (parameters.Text("Tags") is not { } text)
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(text)!.AsArray().ToDictionary(tag => $"{tag!["Key"]}", tag => $"{tag!["Value"]}");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            throw new Ec2Exception("SerializationException", "The member Tags is not of the type that it must be.");
        }
    }

    private static Dictionary<string, string>? TagsOf(Parameters parameters, bool overwrites)
    {
        if (parameters.Text("Tags") is null)
        {
            return null;
        }

        return overwrites
            ? throw ParameterErrors.Invalid("Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag.")
            : RequestedTags(parameters);
    }

    private static string DataTypeOf(Parameters parameters) => parameters.Text("DataType") switch
    {
        null or "text" => "text",
        "aws:ec2:image" => "aws:ec2:image",
        var other => throw ParameterErrors.Invalid($"The following data type is not supported: {other} (Data type names are all lowercase.)"),
    };

    [GeneratedRegex(@"^(?!/?(aws|ssm))[a-zA-Z0-9_.\-/]{1,1011}$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
