using Amazon.EC2.Model;
using Amicast.Aws;
using Amicast.Requests;

namespace Amicast.Plans;

/// <summary>What the plan needs to know of the instance or image that a run starts from.</summary>
/// <param name="Name">The image's name; absent for an instance.</param>
/// <param name="Tags">Its tags, for name tokens.</param>
internal sealed record SourceFacts(string? Name, IReadOnlyDictionary<string, string> Tags)
{
    private static readonly string[] ImageableStates = ["running", "stopped"];

    /// <summary>Looks at the source; what makes it unfit is noted, and then there is nothing to know.</summary>
    internal static Task<SourceFacts?> LookAsync(AwsClients aws, RequestSource source, List<Problem> problems, CancellationToken cancellation) => source switch
    {
        { InstanceId: { } id } => LookAtInstanceAsync(aws, source, id, problems, cancellation),
        { ImageId: { } id } => LookAtImageAsync(aws, source, id, problems, cancellation),
        _ => Task.FromResult<SourceFacts?>(null),
    };

    private static async Task<SourceFacts?> LookAtInstanceAsync(
        AwsClients aws, RequestSource source, string id, List<Problem> problems, CancellationToken cancellation)
    {
        // By filter: an id that is not there is then an empty answer, not an error that may mean "not yet".
        var ask = new DescribeInstancesRequest { Filters = [new Filter("instance-id", [id])] };
        var answer = await aws.Ec2(source.Region).DescribeInstancesAsync(ask, cancellation);
        var path = $"{source.Path}.instanceId";
        var instance = answer.Reservations?.SelectMany(r => r.Instances ?? []).FirstOrDefault();
        if (instance is null)
        {
            problems.Add(new Problem(path, "UnknownInstance", $"there is no instance '{id}' in {source.Region}", "check the id and the source Region"));
            return null;
        }

        if (!ImageableStates.Contains(instance.State.Name.Value))
        {
            problems.Add(new Problem(path, "WrongInstanceState", $"the instance is {instance.State.Name.Value}", "EC2 images instances that are running or stopped"));
        }

        if (instance.RootDeviceType?.Value == "instance-store")
        {
            problems.Add(new Problem(path, "InstanceStoreBacked", "the instance's root device is an instance store", "EC2 images only instances with an EBS root volume"));
        }

        return new SourceFacts(null, ToDictionary(instance.Tags));
    }

    private static async Task<SourceFacts?> LookAtImageAsync(
        AwsClients aws, RequestSource source, string id, List<Problem> problems, CancellationToken cancellation)
    {
        var ask = new DescribeImagesRequest { Filters = [new Filter("image-id", [id])], IncludeDisabled = true };
        var answer = await aws.Ec2(source.Region).DescribeImagesAsync(ask, cancellation);
        var path = $"{source.Path}.imageId";
        if (answer.Images?.FirstOrDefault() is not { } image)
        {
            problems.Add(new Problem(path, "UnknownImage", $"there is no image '{id}' in {source.Region}", "check the id and the source Region"));
            return null;
        }

        if (image.State?.Value is not ("available" or "pending"))
        {
            problems.Add(new Problem(path, "WrongImageState", $"the image is {image.State?.Value}", "start from an image that is available or pending"));
        }

        return new SourceFacts(image.Name, ToDictionary(image.Tags));
    }

    private static Dictionary<string, string> ToDictionary(List<Tag>? tags) => tags?.ToDictionary(t => t.Key, t => t.Value) ?? [];
}
