using System.Net;
using System.Text;
using Amicast.VirtualTime;

namespace Amicast.WorkflowTests.Waiting;

/// <summary>An EC2 that has one image, which becomes available at a given moment and shows its progress by a given curve.</summary>
internal sealed class ScriptedImage(WorldClock clock, TimeSpan length, int sizeGiB, Func<double, int?> progress) : HttpMessageHandler
{
    // From the completion of the last snapshot to the image's.
    private static readonly TimeSpan Registration = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Half = TimeSpan.FromMilliseconds(150);

    /// <summary>The moments at which the image was looked at.</summary>
    internal List<TimeSpan> Looks { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        await TravelAsync();
        var answer = form.Contains("Action=DescribeImages", StringComparison.Ordinal) ? Image() : Snapshot();
        await TravelAsync();
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "text/xml"), RequestMessage = request };
    }

    private Task TravelAsync() => Task.Delay(Half, clock);

    private string Image()
    {
        Looks.Add(clock.Elapsed);
        return $"""
            <DescribeImagesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><imagesSet><item><imageId>ami-1</imageId><name>web</name>
            <imageState>{(clock.Elapsed < length ? "pending" : "available")}</imageState><blockDeviceMapping><item><deviceName>/dev/xvda</deviceName>
            <ebs><snapshotId>snap-1</snapshotId><volumeSize>{sizeGiB}</volumeSize></ebs></item></blockDeviceMapping></item></imagesSet></DescribeImagesResponse>
            """;
    }

    private string Snapshot()
    {
        var share = clock.Elapsed / (length - Registration);
        var shown = share < 1 ? $"{progress(share)}%" : "100%";
        return $"""
            <DescribeSnapshotsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><snapshotSet><item><snapshotId>snap-1</snapshotId>
            <status>{(share < 1 ? "pending" : "completed")}</status><progress>{(shown == "%" ? "" : shown)}</progress><volumeSize>{sizeGiB}</volumeSize></item></snapshotSet></DescribeSnapshotsResponse>
            """;
    }
}
