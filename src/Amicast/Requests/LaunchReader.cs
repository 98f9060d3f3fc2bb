using System.Text.Json;

namespace Amicast.Requests;

/// <summary>Reads a <c>launch</c> block.</summary>
internal static class LaunchReader
{
    private const int MostInstances = 100;
    private const string Latest = "$Latest";

    /// <summary>The block, or none where it is absent or <c>null</c>.</summary>
    internal static RequestLaunch? Read(ObjectReader owner, List<Problem> problems)
    {
        if (!owner.Has("launch", out var value) || value.ValueKind == JsonValueKind.Null || ObjectReader.Open(value, owner.At("launch"), problems) is not { } reader)
        {
            return null;
        }

        var template = ReadTemplate(reader);
        var count = reader.Number("count", otherwise: 1, least: 1, most: MostInstances);
        var overrides = InstanceDescriptionReader.Read(reader, "overrides") ?? new InstanceDescription();
        var verify = ReadVerify(reader);
        reader.RefuseYet("instance", "launch from a template");
        reader.RefuseYet("fleet", "launch from a template");
        reader.OneOf("market", ["onDemand"], "spot");
        if (!reader.Flag("keep", otherwise: true))
        {
            reader.NotSupportedYet("keep", "'keep': false is", "leave it out: what is launched stays");
        }

        reader.RefuseOthers();
        return template is null ? null : new RequestLaunch(reader.Path, template, count, overrides, verify);
    }

    private static RequestTemplate? ReadTemplate(ObjectReader launch)
    {
        if (!launch.Has("template", out _))
        {
            launch.Report("template", "Missing", "'template' is not given", "name the launch template: { \"name\": … }");
            return null;
        }

        if (launch.Object("template") is not { } reader)
        {
            return null;
        }

        var (name, id) = (reader.Text("name"), reader.Text("id"));
        var version = reader.Text("version") ?? Latest;
        if (version is not (Latest or "$Default") && !(int.TryParse(version, out var number) && number > 0))
        {
            reader.Report("version", "InvalidVersion", $"'{version}' is not a template version", "write a number as text, \"$Latest\" or \"$Default\"");
        }

        if ((name is null) == (id is null))
        {
            reader.Report("name", "Missing", "the template is not named by exactly one of 'name' and 'id'", "give one of them");
        }

        reader.RefuseOthers();
        return new RequestTemplate(reader.Path, name, id, version);
    }

    private static Verification ReadVerify(ObjectReader launch) => launch.OneOf("verify", ["none", "running", "statusOk"]) switch
    {
        "none" => Verification.None,
        "running" => Verification.Running,
        _ => Verification.StatusOk,
    };
}
