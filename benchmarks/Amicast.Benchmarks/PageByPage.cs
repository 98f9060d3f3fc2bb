using System.Diagnostics;
using Amazon.EC2.Model;

namespace Amicast.Benchmarks;

/// <summary>50,000 images of one Region in pages of 1,000: what the first page costs, and what the last.</summary>
internal static class PageByPage
{
    private const int Images = 50_000;
    private const int PageSize = 1000;
    private const int Rounds = 5;

    internal static void Measure()
    {
        var founding = Stopwatch.GetTimestamp();
        var cloud = new CloudOfImages(Images);
        Console.WriteLine($"  founded in {Stopwatch.GetElapsedTime(founding).TotalMilliseconds:N0} ms; {Memory.Live():N0} MiB live");
        Pages(cloud, "no filter", () => new());
        Pages(cloud, "Owner self", () => new() { Owners = ["self"] });
        Pages(cloud, "tag:Role=web", () => new() { Filters = [new("tag:Role", ["web"])] });
        Pages(cloud, "name=image-*", () => new() { Filters = [new("name", ["image-*"])] });
        var named = Benchmarks.Rounds.Of(20, () => cloud.Clock.Run(() => cloud.Client.DescribeImagesAsync(new DescribeImagesRequest { Filters = [new("name", [$"image-{Images - 1}"])] })));
        Console.WriteLine($"  one of all by its name: {named}");
        var tags = Benchmarks.Rounds.Of(20, () => cloud.Clock.Run(() => cloud.Client.DescribeTagsAsync(new DescribeTagsRequest { Filters = [new("resource-id", [CloudOfImages.ImageId(Images - 1)])] })));
        Console.WriteLine($"  the tags of one of all by its id: {tags}");
    }

    private static void Pages(CloudOfImages cloud, string what, Func<DescribeImagesRequest> request)
    {
        var rounds = Enumerable.Range(0, Rounds + 1).Select(_ => List(cloud, request())).Skip(1).ToList();
        var pages = Enumerable.Range(0, rounds[0].Count).Select(page => Benchmarks.Rounds.Of([.. rounds.Select(round => round[page])]).Median).ToList();
        Console.WriteLine(
            $"  {what}: {pages.Count} pages; first {pages[0]:N2} ms, middle {pages[pages.Count / 2]:N2} ms, last {pages[^1]:N2} ms; all {pages.Sum():N0} ms");
    }

    /// <summary>The wall time of each page.</summary>
    private static List<double> List(CloudOfImages cloud, DescribeImagesRequest request)
    {
        var times = new List<double>();
        request.MaxResults = PageSize;
        do
        {
            times.Add(Benchmarks.Rounds.Time(() => cloud.Clock.Run(async () => request.NextToken = (await cloud.Client.DescribeImagesAsync(request)).NextToken)));
        }
        while (request.NextToken is not null);
        return times;
    }
}
