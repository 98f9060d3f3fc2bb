using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Amicast.TemplateTests;

/// <summary>The EC2 operations that the domain's code calls, read from the built assembly.</summary>
internal static class Ec2Calls
{
    private const string Async = "Async";
    private static readonly string[] Clients = ["IAmazonEC2", "IEC2PaginatorFactory"];

    internal static IReadOnlyCollection<string> OfTheDomain()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(Steps.PlanStep).Assembly.Location));
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference && Clients.Contains(NameOf(metadata, (TypeReferenceHandle)member.Parent)))
            .Select(member => metadata.GetString(member.Name))
            .Where(name => !name.StartsWith("get_", StringComparison.Ordinal))
            .Select(name => name.EndsWith(Async, StringComparison.Ordinal) ? name[..^Async.Length] : name)
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle type) => metadata.GetString(metadata.GetTypeReference(type).Name);
}
