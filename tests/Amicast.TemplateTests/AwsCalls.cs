using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Amicast.TemplateTests;

/// <summary>The AWS operations that the domain's code calls, as IAM names them, read from the built assembly.</summary>
internal static class AwsCalls
{
    private const string Async = "Async";

    private static readonly Dictionary<string, string> Services = new()
    {
        ["IAmazonEC2"] = "ec2",
        ["IEC2PaginatorFactory"] = "ec2",
        ["IAmazonKeyManagementService"] = "kms",
        ["IKeyManagementServicePaginatorFactory"] = "kms",
        ["IAmazonSimpleSystemsManagement"] = "ssm",
        ["ISimpleSystemsManagementPaginatorFactory"] = "ssm",
    };

    internal static IReadOnlyCollection<string> OfTheDomain()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(Steps.PlanStep).Assembly.Location));
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => (Service: Services.GetValueOrDefault(NameOf(metadata, (TypeReferenceHandle)member.Parent)), Name: metadata.GetString(member.Name)))
            .Where(call => call.Service is not null && !call.Name.StartsWith("get_", StringComparison.Ordinal))
            .Select(call => $"{call.Service}:{(call.Name.EndsWith(Async, StringComparison.Ordinal) ? call.Name[..^Async.Length] : call.Name)}")
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle type) => metadata.GetString(metadata.GetTypeReference(type).Name);
}
