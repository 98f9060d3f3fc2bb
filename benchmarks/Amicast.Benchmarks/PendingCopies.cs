using Amazon.EC2;
using Amazon.EC2.Model;

namespace Amicast.Benchmarks;

/// <summary>10,000 CopyImage calls into one Region, all pending at once, each looked at every 30 virtual minutes until it is available.</summary>
internal static class PendingCopies
{
    private const int Copies = 10_000;
    private const int Rounds = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(30);

    internal static void Measure()
    {
        var rounds = Benchmarks.Rounds.Of(Rounds, Run);
        Console.WriteLine($"  {Copies:N0} copies: {rounds}; {Memory.Peak():N0} MiB at the most");
    }

    private static void Run()
    {
        var cloud = new CloudOfImages(images: 1);
        var (most, pending) = (0, 0);
        cloud.Clock.Run(() => Task.WhenAll(Enumerable.Range(0, Copies).Select(async number =>
        {
            var copy = await cloud.Destination.CopyImageAsync(new()
            {
                SourceRegion = CloudOfImages.SourceRegion,
                SourceImageId = CloudOfImages.ImageId(0),
                Name = $"copy-{number}",
                ClientToken = $"copy-{number}",
            });
            most = Math.Max(most, ++pending);
            await Available(cloud, copy.ImageId);
            pending--;
        })));
        if (most != Copies)
        {
            throw new InvalidOperationException($"Only {most} copies were pending at once.");
        }
    }

    private static async Task Available(CloudOfImages cloud, string imageId)
    {
        while (true)
        {
            await Task.Delay(BetweenLooks, cloud.Clock);
            var found = await cloud.Destination.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [imageId] });
            if (found.Images[0].State == ImageState.Available)
            {
                return;
            }
        }
    }
}
