using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amicast.Cli.Commands;

namespace Amicast.Cli.Kept;

/// <summary>Who calls AWS from this machine, and from where: the usual credentials and Region.</summary>
/// <param name="Credentials">The credentials.</param>
/// <param name="Region">The Region that is asked what Regions there are.</param>
internal sealed record AwsCaller(AWSCredentials Credentials, string Region)
{
    /// <exception cref="BadOptionException">Nobody has said who calls, or where.</exception>
    internal static AwsCaller Find()
    {
        var region = FallbackRegionFactory.GetRegionEndpoint()?.SystemName
            ?? throw new BadOptionException("--aws: no Region is configured; set AWS_REGION or a profile's region.");
        try
        {
            return new AwsCaller(DefaultAWSCredentialsIdentityResolver.GetCredentials(), region);
        }
        catch (AmazonClientException)
        {
            throw new BadOptionException("--aws: no credentials were found; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or sign in with 'aws sso login'.");
        }
    }

    /// <summary>The account that the credentials are of, as STS tells it.</summary>
    /// <exception cref="BadOptionException">STS refused them, or does not answer.</exception>
    internal string FindAccount()
    {
        try
        {
            using var sts = new AmazonSecurityTokenServiceClient(Credentials, new AmazonSecurityTokenServiceConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(Region), AuthenticationRegion = Region });
            return sts.GetCallerIdentityAsync(new GetCallerIdentityRequest()).GetAwaiter().GetResult().Account;
        }
        catch (Exception refused) when (refused is AmazonClientException or AmazonServiceException or HttpRequestException)
        {
            throw new BadOptionException($"--aws: STS does not tell whose the credentials are: {refused.Message}");
        }
    }
}
