using Amazon.EC2.Model;

namespace Amicast.Benchmarks;

/// <summary>DescribeImages by one id, one call after the other, through the whole SDK.</summary>
internal static class DescribeById
{
    private const int Calls = 5000;
    private const int Rounds = 15;

    internal static void Measure()
    {
        var cloud = new CloudOfImages(images: 1000);
        for (var warm = 0; warm < 4; warm++)
        {
            Describe(cloud);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var rounds = Benchmarks.Rounds.Of(Rounds, () => Describe(cloud));
        var perCall = (GC.GetAllocatedBytesForCurrentThread() - allocated) / ((Rounds + 1) * Calls);
        Console.WriteLine($"  DescribeImages by id: {rounds.Rate(Calls)}; {perCall:N0} bytes allocated a call");
    }

    private static void Describe(CloudOfImages cloud) => cloud.Clock.Run(async () =>
    {
        for (var i = 0; i < Calls; i++)
        {
            await cloud.Client.DescribeImagesAsync(new DescribeImagesRequest { ImageIds = [CloudOfImages.ImageId(i % 1000)] });
        }
    });
}
