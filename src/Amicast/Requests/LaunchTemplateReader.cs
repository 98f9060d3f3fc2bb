using System.Text.Json;
using System.Text.RegularExpressions;

namespace Amicast.Requests;

/// <summary>Reads a <c>launchTemplate</c> block.</summary>
internal static partial class LaunchTemplateReader
{
    /// <summary>The block, or none where it is absent or <c>null</c>.</summary>
    /// <param name="owner">The request or the destination that the block stands in.</param>
    /// <param name="startsFromInstance">Whether the run starts from an instance, so that <c>fromInstance</c> has one.</param>
    /// <param name="problems">Where to note what is wrong.</param>
    internal static RequestLaunchTemplate? Read(ObjectReader owner, bool startsFromInstance, List<Problem> problems)
    {
        if (!owner.Has("launchTemplate", out var value) || value.ValueKind == JsonValueKind.Null
            || ObjectReader.Open(value, owner.At("launchTemplate"), problems) is not { } reader)
        {
            return null;
        }

        var (name, id) = ReadNaming(reader);
        var template = new RequestLaunchTemplate(
            reader.Path,
            name,
            id,
            InstanceDescriptionReader.Read(reader, "create"),
            ReadFromInstance(reader, startsFromInstance),
            ReadBaseVersion(reader),
            ReadPublish(reader),
            reader.Flag("setDefault", otherwise: true),
            ReadParameter(reader));
        CheckTogether(reader, template);
        reader.RefuseOthers();
        return name is null && id is null ? null : template;
    }

    private static (string? Name, string? Id) ReadNaming(ObjectReader reader)
    {
        var (name, id) = (reader.Text("name"), reader.Text("id"));
        if (reader.Has("name", out _) == reader.Has("id", out _))
        {
            reader.Report("name", "Missing", "the template is not named by exactly one of 'name' and 'id'", "give one of them");
            return (null, null);
        }

        if (name is not null && !Name().IsMatch(name))
        {
            reader.Report("name", "InvalidName", $"'{name}' is not a launch template name", "use 3 to 128 letters, digits and ( ) . - / _");
            return (null, null);
        }

        if (id is not null && !Id().IsMatch(id))
        {
            reader.Report("id", "InvalidLaunchTemplateId", $"'{id}' is not well formed", "a launch template id is 'lt-' and 17 hexadecimal digits");
            return (null, null);
        }

        return (name, id);
    }

    private static bool ReadFromInstance(ObjectReader reader, bool startsFromInstance)
    {
        var fromInstance = reader.Flag("fromInstance", otherwise: false);
        if (fromInstance && !startsFromInstance)
        {
            reader.Report("fromInstance", "Conflict", "the run starts from an image, not from an instance", "describe the template in 'create'");
        }

        return fromInstance && startsFromInstance;
    }

    private static string? ReadBaseVersion(ObjectReader reader)
    {
        if (!reader.Has("baseVersion", out var value))
        {
            return null;
        }

        var version = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString(),
            _ => null,
        };
        if (version is "$Latest" or "$Default" || (int.TryParse(version, out var number) && number > 0))
        {
            return version;
        }

        reader.Report("baseVersion", "InvalidVersion", $"'{version ?? value.GetRawText()}' is not a template version", "write a number, \"$Latest\" or \"$Default\"");
        return null;
    }

    private static Publish ReadPublish(ObjectReader reader) => reader.OneOf("publish", ["afterVerify", "always", "never"]) switch
    {
        "always" => Publish.Always,
        "never" => Publish.Never,
        _ => Publish.AfterVerify,
    };

    private static string? ReadParameter(ObjectReader reader)
    {
        var parameter = reader.Text("parameter");
        if (parameter is null || (ParameterName().IsMatch(parameter) && (!parameter.Contains('/') || parameter[0] == '/')))
        {
            return parameter;
        }

        reader.Report("parameter", "InvalidParameterName", $"'{parameter}' is not a parameter name",
            "use letters, digits and _ . - in at most 15 levels that each begin with '/', 1011 characters at most, not beginning with 'aws' or 'ssm'");
        return null;
    }

    private static void CheckTogether(ObjectReader reader, RequestLaunchTemplate template)
    {
        if (template.Id is not null)
        {
            Refuse(reader, "create", "a template that is named by its id exists already", "name it by 'name', or leave this out");
            Refuse(reader, "fromInstance", "a template that is named by its id exists already", "name it by 'name', or leave this out");
        }

        if (template.Create == new InstanceDescription() && !template.FromInstance)
        {
            reader.Report("create", "Empty", "'create' says nothing", "EC2 makes no launch template without data: name an instance type at least");
        }

        if (template.Publish == Publish.Never)
        {
            Refuse(reader, "parameter", "nothing is published", "leave it out, or publish \"afterVerify\" or \"always\"");
            Refuse(reader, "setDefault", "nothing is published", "leave it out, or publish \"afterVerify\" or \"always\"");
        }
    }

    private static void Refuse(ObjectReader reader, string member, string cause, string remedy)
    {
        if (reader.Has(member, out _))
        {
            reader.Report(member, "Conflict", cause, remedy);
        }
    }

    // EC2 API reference, CreateLaunchTemplate.
    [GeneratedRegex(@"^[a-zA-Z0-9().\-/_]{3,128}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^lt-([0-9a-f]{8}|[0-9a-f]{17})\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Id();

    // Systems Manager API reference, PutParameter: 15 levels, no empty ones; 'aws' and 'ssm' are reserved, in whatever case, with and without a slash.
    [GeneratedRegex(@"^(?=.{1,1011}\z)(?!/?(aws|ssm))(/?[a-zA-Z0-9_.\-]+)(/[a-zA-Z0-9_.\-]+){0,14}\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ParameterName();
}
