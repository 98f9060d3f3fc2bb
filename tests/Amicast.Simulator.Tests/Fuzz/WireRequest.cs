using System.Text;

namespace Amicast.Simulator.Tests.Fuzz;

/// <summary>One request as octets: the service and the Region of its signature, the target of the JSON protocol, and the body.</summary>
internal sealed record WireRequest(string Service, string Region, string? Target, byte[] Body)
{
    internal static WireRequest Ec2(string operation, params ReadOnlySpan<string> parameters) =>
        new("ec2", "us-east-1", null, Encoding.UTF8.GetBytes(string.Join('&', [$"Action={operation}", "Version=2016-11-15", .. parameters])));

    internal static WireRequest Json(string service, string operation, string body) =>
        new(service, "us-east-1", $"Service.{operation}", Encoding.UTF8.GetBytes(body));

    internal static WireRequest Sts(string form) => new("sts", "us-east-1", null, Encoding.UTF8.GetBytes(form));

    internal HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "http://aws.local/") { Content = new ByteArrayContent(Body) };
        message.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/{Region}/{Service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        if (Target is not null)
        {
            message.Headers.TryAddWithoutValidation("X-Amz-Target", Target);
        }

        return message;
    }

    /// <summary>For the report of a failure.</summary>
    public override string ToString() => $"{Service} {Region} {Target} {Encoding.Latin1.GetString(Body.AsSpan(0, Math.Min(Body.Length, 2000)))}";
}
