using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>The Regions that an account has, and which of them it may use.</summary>
internal sealed class AccountRegions
{
    private const string NotOptedIn = "not-opted-in";
    private readonly Dictionary<string, string> _optIn;
    private readonly Deployment _deployment;

    private AccountRegions(Dictionary<string, string> optIn, Deployment deployment) => (_optIn, _deployment) = (optIn, deployment);

    internal static async Task<AccountRegions> LookAsync(AwsClients aws, Deployment deployment, CancellationToken cancellation)
    {
        var answer = await aws.HomeEc2.DescribeRegionsAsync(new DescribeRegionsRequest { AllRegions = true }, cancellation);
        return new AccountRegions(answer.Regions.ToDictionary(r => r.RegionName, r => r.OptInStatus ?? ""), deployment);
    }

    /// <summary>Whether <paramref name="region"/> can be used; if not, why not is noted.</summary>
    internal bool Check(string region, string path, Findings findings)
    {
        var problem = Find(region, path);
        if (problem is not null)
        {
            findings.Refuse([problem]);
        }

        return problem is null;
    }

    private Problem? Find(string region, string path)
    {
        if (!_optIn.TryGetValue(region, out var status))
        {
            return new Problem(path, "UnknownRegion", $"'{region}' is not a Region of this account", Nearest.Remedy(region, _optIn.Keys));
        }

        if (status == NotOptedIn)
        {
            return new Problem(path, "RegionNotOptedIn", $"the account has not opted in to '{region}'", "enable the Region in the account's settings, or take it out");
        }

        return _deployment.AllowedRegions.Count == 0 || _deployment.AllowedRegions.Contains(region)
            ? null
            : new Problem(path, "RegionNotAllowed", $"this deployment does not allow '{region}'", $"use one of: {string.Join(", ", _deployment.AllowedRegions)}");
    }
}
