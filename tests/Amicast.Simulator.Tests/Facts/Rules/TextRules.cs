using static Amicast.Simulator.Tests.Facts.Rules.Step;

namespace Amicast.Simulator.Tests.Facts.Rules;

/// <summary>Names and descriptions: how long, and of which characters.</summary>
internal static class TextRules
{
    private const string Malformed =
        "InvalidAMIName.Malformed 400: AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '[', ']', ' ', '.', '/', '-', ''', '@' and '_'";

    private const string MalformedTemplate =
        "InvalidLaunchTemplateName.MalformedException 400: A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the following characters: -_.()/";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        new("The name of an image has 3 to 128 characters", Fails(Named("ab"), Malformed), Ok(Named("abc")), Ok(Named(new('a', 128))), Fails(Named(new('a', 129)), Malformed)),
        new("The name of an image has letters, digits and ()[] ./-'@_", [Ok(Named("aZ09()[] ./-'@_")), .. ":,ü#&*+!~".Select(character => Fails(Named($"abc{character}"), Malformed))]),
        new("The name of an image is taken by own images alone, and free again once deregistered", Ok(Named("al2023-1")), Fails(Create("db-1"), Taken("db-1", "ami-00000000000000002")), Ok("DeregisterImage&ImageId=ami-00000000000000002"), Ok(Create("db-1"))),
        new("A copy takes a name that is taken", Ok(Named("web-1"))),
        new(
            "The description of an image has up to 255 characters",
            Ok($"ModifyImageAttribute&ImageId=ami-00000000000000001&Description.Value={new string('d', 255)}"),
            Fails($"ModifyImageAttribute&ImageId=ami-00000000000000001&Description.Value={new string('d', 256)}", "InvalidParameterValue 400: The description is longer than 255 characters."),
            Fails($"{Create("new")}&Description={new string('d', 256)}", "InvalidParameterValue 400: The description is longer than 255 characters.")),
        new(
            "The description of a snapshot has up to 255 characters",
            Fails($"CreateSnapshot&VolumeId=vol-00000000000000001&Description={new string('d', 256)}", "InvalidParameterValue 400: The description is longer than 255 characters."),
            Ok($"CreateSnapshot&VolumeId=vol-00000000000000001&Description={new string('d', 255)}")),
        new(
            "The description of a template's version has up to 255 characters, and a dry run looks at it too",
            Fails($"{Template("new")}&VersionDescription={new string('d', 256)}", "InvalidParameterValue 400: The version description is longer than 255 characters."),
            Fails($"{Template("new")}&DryRun=true&VersionDescription={new string('d', 256)}", "InvalidParameterValue 400: The version description is longer than 255 characters."),
            Ok($"{Template("new")}&VersionDescription={new string('d', 255)}")),
        new(
            "The name of a launch template has 3 to 128 letters, digits and -_.()/",
            Fails(Template("ab"), MalformedTemplate), Ok(Template("aZ09-_.()/")), Ok(Template(new('a', 128))), Fails(Template(new('a', 129)), MalformedTemplate), Fails(Template("a b c"), MalformedTemplate)),
    ];

    private static string Named(string name) => $"CopyImage&SourceRegion=us-east-1&SourceImageId=ami-00000000000000002&Name={Uri.EscapeDataString(name)}";

    private static string Create(string name) => $"CreateImage&InstanceId=i-00000000000000002&Name={name}";

    private static string Taken(string name, string imageId) => $"InvalidAMIName.Duplicate 400: AMI name {name} is already in use by AMI {imageId}";

    private static string Template(string name) => $"CreateLaunchTemplate&LaunchTemplateName={Uri.EscapeDataString(name)}&LaunchTemplateData.InstanceType=t3.micro";
}
