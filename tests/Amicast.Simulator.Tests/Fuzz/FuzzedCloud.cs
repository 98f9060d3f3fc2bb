using System.Net;
using System.Text;
using System.Text.Json;
using Amicast.Simulator.Account;
using Amicast.Simulator.Iam;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Tests.Fuzz;

/// <summary>A cloud without latency and throttling that takes raw requests, and tells whether one has changed the account.</summary>
internal sealed class FuzzedCloud : IDisposable
{
    internal const string InstanceId = "i-0123456789abcdef0";
    internal const string ImageId = "ami-0a1b2c3d4e5f60001";
    internal const string FreeSnapshotId = "snap-0a1b2c3d4e5f60009";
    internal const string TemplateId = "lt-0a1b2c3d4e5f60001";
    private readonly VirtualClock _clock;
    private readonly SimulatedCloud _cloud;
    private readonly HttpMessageInvoker _wire;

    /// <param name="authorizer">Default: one that allows everything, so that what a call asks for is worked out for every call.</param>
    /// <param name="account">Another account, with the same ids in it.</param>
    internal FuzzedCloud(IAuthorizer? authorizer = null, string? account = null)
    {
        var document = AccountDocument.Parse(account ?? Account);
        _clock = new(document.StartsAt);
        _cloud = new(_clock, new Chance(1), document) { KeepsCalls = false, Latency = new(TimeSpan.Zero, TimeSpan.Zero), Authorizer = authorizer ?? new Iam.Recorder() };
        _wire = new(_cloud.CreateHandler());
        var made = Send(WireRequest.Ec2("CreateVolume", "AvailabilityZone=us-east-1a", "Size=8")).Text;
        VolumeId = made[made.IndexOf("vol-", StringComparison.Ordinal)..][..21];
        Pass(TimeSpan.FromMinutes(5));
    }

    /// <summary>A volume that is attached to nothing.</summary>
    internal string VolumeId { get; }

    private static string Account => """
        {
          "accountId": "123456789012",
          "limits": { "requestThrottling": false },
          "regions": [
            {
              "name": "us-east-1",
              "instances": [
                {
                  "instanceId": "i-0123456789abcdef0", "name": "web", "instanceType": "m7i.large", "imageId": "ami-0a1b2c3d4e5f60001",
                  "volumes": [
                    { "device": "/dev/xvda", "volumeId": "vol-0123456789abcdef0", "sizeGiB": 8 },
                    { "device": "/dev/sdf", "volumeId": "vol-0123456789abcdef1", "sizeGiB": 10 }
                  ]
                }
              ],
              "images": [
                {
                  "imageId": "ami-0a1b2c3d4e5f60001", "name": "base", "tags": { "Role": "web" },
                  "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-0a1b2c3d4e5f60001", "sizeGiB": 8 }]
                },
                { "imageId": "ami-0a1b2c3d4e5f60009", "name": "old", "devices": [{ "device": "/dev/xvda", "snapshotId": "snap-0a1b2c3d4e5f60009", "sizeGiB": 8 }] }
              ],
              "launchTemplates": [
                {
                  "launchTemplateId": "lt-0a1b2c3d4e5f60001", "name": "web",
                  "versions": [
                    { "imageId": "ami-0a1b2c3d4e5f60001", "instanceType": "m7i.large" },
                    { "imageId": "ami-0a1b2c3d4e5f60001", "instanceType": "t3.small" }
                  ]
                }
              ],
              "keyPairs": ["web"]
            },
            { "name": "eu-central-1" }
          ]
        }
        """;

    /// <summary>Sends a request as it is. What is thrown, the cloud has not handled.</summary>
    internal (HttpStatusCode Status, string Text) Send(WireRequest request) => _clock.Run(async () =>
    {
        using var message = request.ToMessage();
        using var response = await _wire.SendAsync(message, CancellationToken.None);
        return (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
    });

    internal void Pass(TimeSpan time) => _clock.Run(() => Task.Delay(time, _clock));

    /// <summary>Everything that the account has, as text. Two looks at one moment are equal if nothing has changed.</summary>
    internal string Look() => JsonSerializer.Serialize(_cloud.Inspect());

    public void Dispose() => _wire.Dispose();
}
