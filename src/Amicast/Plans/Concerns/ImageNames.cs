using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>Whether a name is free for CreateImage, which EC2 refuses for a name that the account has in use in the Region.</summary>
internal static class ImageNames
{
    /// <summary>Notes a problem if another image than this run's has the name.</summary>
    internal static async Task CheckFreeAsync(
        AwsClients aws, string region, string run, string name, string path, List<Problem> problems, CancellationToken cancellation)
    {
        var answer = await aws.Ec2(region).DescribeImagesAsync(
            new DescribeImagesRequest { Owners = ["self"], Filters = [new Filter("name", [name])], IncludeDisabled = true, IncludeDeprecated = true },
            cancellation);
        var taken = answer.Images?.FirstOrDefault(image => image.Tags?.Exists(t => t.Key == RunTags.Run && t.Value == run) != true);
        if (taken is not null)
        {
            problems.Add(new Problem(path, "NameTaken", $"'{name}' is the name of {taken.ImageId} in {region}", "choose another name; {date} and {time} make it new each time"));
        }
    }

}
