using System.Net;
using System.Xml.Linq;

namespace Amicast.Simulator.Tests.Facts;

/// <summary>A world that is asked in EC2's own Query protocol, to say also what no SDK would.</summary>
/// <param name="atOnce">Calls take no time.</param>
internal sealed class QueryWorld(string? account = null, string? faults = null, bool atOnce = false)
{
    internal const string Succeeded = "OK";

    internal World World { get; } = new(account ?? RichAccount.Document, faults, latency: atOnce ? new(TimeSpan.Zero, TimeSpan.Zero) : null);

    /// <summary>Sends <c>Action=…</c> and returns the response, its status and its XML.</summary>
    internal (HttpStatusCode Status, string Text) Send(string query, string region = RichAccount.First, string accessKey = "AKIDEXAMPLE")
    {
        using var invoker = new HttpMessageInvoker(World.Cloud.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://ec2.local/") { Content = new StringContent($"{query}&Version=2016-11-15") };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={accessKey}/20261122/{region}/ec2/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        return World.Clock.Run(async () =>
        {
            using var response = await invoker.SendAsync(request, CancellationToken.None);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        });
    }

    /// <summary><c>OK</c>, or the whole error as "code status: message".</summary>
    internal string Outcome(string query, string region = RichAccount.First, string accessKey = "AKIDEXAMPLE")
    {
        var (status, text) = Send(query, region, accessKey);
        if (status == HttpStatusCode.OK)
        {
            return Succeeded;
        }

        var error = XDocument.Parse(text).Root!.Element("Errors")!.Element("Error")!;
        return $"{error.Element("Code")!.Value} {(int)status}: {error.Element("Message")!.Value}";
    }

    /// <summary>The texts of all elements of that name, each once, in the order of the response.</summary>
    internal IReadOnlyList<string> Values(string element, string query, string region = RichAccount.First, string accessKey = "AKIDEXAMPLE")
    {
        var (status, text) = Send(query, region, accessKey);
        return status == HttpStatusCode.OK
            ? [.. XDocument.Parse(text).Descendants().Where(one => one.Name.LocalName == element).Select(one => one.Value).Distinct()]
            : throw new InvalidOperationException(text);
    }

    /// <summary>Lets time pass.</summary>
    internal void Wait(TimeSpan time) => World.Clock.Run(async () =>
    {
        await World.Wait(time);
        return true;
    });
}
