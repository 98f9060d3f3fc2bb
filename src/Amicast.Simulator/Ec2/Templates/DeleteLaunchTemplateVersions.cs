using System.Globalization;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

/// <summary>Deletes up to 200 versions, each on its own: what cannot be deleted is reported beside what was.</summary>
/// <remarks>The numbers of deleted versions are not given again.</remarks>
internal sealed class DeleteLaunchTemplateVersions : Operation
{
    private const int MostVersions = 200;

    internal override Effect Prepare(Call call)
    {
        var template = call.Template(call.Parameters);
        var named = call.Parameters.List("LaunchTemplateVersion");
        if (named.Count is 0 or > MostVersions)
        {
            throw named.Count == 0
                ? RequestErrors.MissingParameter("LaunchTemplateVersion")
                : RequestErrors.InvalidValue($"At most {MostVersions} versions can be deleted in one request.");
        }

        if (named.FirstOrDefault(version => !long.TryParse(version, out _)) is { } malformed)
        {
            throw RequestErrors.InvalidValue("LaunchTemplateVersion", malformed);
        }

        return () => Delete(template, [.. named.Select(version => long.Parse(version, CultureInfo.InvariantCulture)).Distinct()]);
    }

    private static Reply Delete(LaunchTemplate template, IReadOnlyList<long> numbers)
    {
        var failures = numbers.ToDictionary(number => number, number => Obstacle(template, number));
        template.Versions.RemoveAll(version => failures.TryGetValue(version.Number, out var failure) && failure is null);
        return response =>
        {
            response.List("successfullyDeletedLaunchTemplateVersionSet", numbers.Where(number => failures[number] is null), WriteVersion);
            response.List("unsuccessfullyDeletedLaunchTemplateVersionSet", numbers.Where(number => failures[number] is not null), (writer, number) =>
            {
                WriteVersion(writer, number);
                writer.Open("responseError");
                writer.Text("code", failures[number]!.Code);
                writer.Text("message", failures[number]!.Message);
                writer.Close("responseError");
            });
        };

        void WriteVersion(ResponseWriter writer, long number)
        {
            writer.Text("launchTemplateId", template.Id);
            writer.Text("launchTemplateName", template.Name);
            writer.Number("versionNumber", number);
        }
    }

    /// <summary>A choice: public sources do not give the code for deleting the default version.</summary>
    private static Failure? Obstacle(LaunchTemplate template, long number)
    {
        if (template.Versions.TrueForAll(version => version.Number != number))
        {
            return new("launchTemplateVersionDoesNotExist", $"The launch template version {number} does not exist.");
        }

        return number == template.DefaultVersion
            ? new("unexpectedError", $"The version {number} is the default version and cannot be deleted.")
            : null;
    }

    private sealed record Failure(string Code, string Message);
}
