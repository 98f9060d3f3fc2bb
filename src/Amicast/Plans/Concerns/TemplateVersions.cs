using Amazon.EC2.Model;
using Amazon.Runtime;
using Amicast.Aws;
using Amicast.Errors;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>Finds the launch templates that a request names, and turns their versions into numbers, once, before anything is made.</summary>
internal static class TemplateVersions
{
    internal static async Task<PlannedTemplate?> ResolveAsync(
        AwsClients aws, string region, RequestTemplate template, List<Problem> problems, CancellationToken cancellation)
    {
        var ask = new DescribeLaunchTemplateVersionsRequest
        {
            LaunchTemplateId = template.Id,
            LaunchTemplateName = template.Name,
            Versions = [template.Version],
        };
        try
        {
            var answer = await aws.Ec2(region).DescribeLaunchTemplateVersionsAsync(ask, cancellation);
            if (answer.LaunchTemplateVersions?.FirstOrDefault() is { } version)
            {
                return new PlannedTemplate(version.LaunchTemplateId, version.LaunchTemplateName, $"{version.VersionNumber}");
            }

            problems.Add(Unknown(region, template, template.Version));
        }
        catch (RejectedByAwsException rejected) when (CodeOf(rejected).StartsWith("InvalidLaunchTemplate", StringComparison.Ordinal))
        {
            problems.Add(Unknown(region, template, CodeOf(rejected).Contains("Version", StringComparison.Ordinal) ? template.Version : null));
        }

        return null;
    }

    private static string CodeOf(RejectedByAwsException rejected) => (rejected.InnerException as AmazonServiceException)?.ErrorCode ?? "";

    private static Problem Unknown(string region, RequestTemplate template, string? version)
    {
        var (member, named) = template.Id is { } id ? ("id", id) : ("name", template.Name!);
        return version is null
            ? new Problem($"{template.Path}.{member}", "UnknownLaunchTemplate", $"there is no launch template '{named}' in {region}",
                $"create it there, or give the destination its own 'launch' (null: none)")
            : new Problem($"{template.Path}.version", "UnknownTemplateVersion", $"launch template '{named}' in {region} has no version '{version}'",
                "use a version that it has, \"$Latest\" or \"$Default\"");
    }
}
