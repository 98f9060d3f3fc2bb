using Amicast.Simulator.Documents;
using Amicast.Simulator.Ssm;

namespace Amicast.Simulator.Account;

/// <summary>Reads the parameters of a Region of an account document.</summary>
internal static class ParameterReader
{
    internal static IReadOnlyList<ParameterDocument> ReadAll(DocumentObject region)
    {
        var names = new HashSet<string>();
        return region.Objects("parameters", parameter => Read(parameter, names));
    }

    private static ParameterDocument Read(DocumentObject parameter, HashSet<string> names)
    {
        var name = parameter.RequiredText("name", PutParameter.IsName, "a parameter's name such as /web/latest").Once(parameter, "name", names);
        var numbers = new VersionNumbers();
        var versions = parameter.Objects("versions", version => ReadVersion(version, numbers));
        if (versions.Count == 0)
        {
            parameter.Report("versions", "MissingProperty", "The parameter has no version.", "List at least one, {\"value\": \"…\"}.");
        }

        return new(name, versions) { Tags = parameter.TextByName("tags") };
    }

    private static ParameterVersionDocument ReadVersion(DocumentObject version, VersionNumbers numbers) => new(
        numbers.Read(version, "version"),
        version.Text("type", text => text is "String" or "StringList", "String or StringList") ?? "String",
        version.RequiredText("value"),
        version.Text("dataType", text => text is "text" or "aws:ec2:image", "text or aws:ec2:image") ?? "text",
        version.Text("description"),
        version.Moment("lastModifiedDate"));
}
