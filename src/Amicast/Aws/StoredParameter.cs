using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Amicast.Errors;

namespace Amicast.Aws;

/// <summary>Looks at a parameter of the Parameter Store.</summary>
internal static class StoredParameter
{
    /// <summary>What an image's parameter is to Systems Manager, which then lets in only ids of images that are there.</summary>
    internal const string ImageDataType = "aws:ec2:image";

    /// <summary>The parameter's latest version; <see langword="null"/> where there is no such parameter.</summary>
    internal static async Task<Parameter?> FindAsync(IAmazonSimpleSystemsManagement ssm, string name, CancellationToken cancellation)
    {
        try
        {
            return (await ssm.GetParameterAsync(new GetParameterRequest { Name = name }, cancellation)).Parameter;
        }
        catch (RejectedByAwsException rejected) when (IsAnswer(rejected, "ParameterNotFound"))
        {
            return null;
        }
    }

    /// <summary>Whether AWS answered with this error code.</summary>
    internal static bool IsAnswer(AmicastException error, string code) => error.InnerException is AmazonServiceException answer && answer.ErrorCode == code;
}
