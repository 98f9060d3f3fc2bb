using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Amicast.HttpApi.Benchmarks;

/// <summary>Of a hundred requests 5 are plans, 50 looks, 25 starts that repeat one of a hundred runs, and 20 bodies that are refused, half of them no JSON.</summary>
internal sealed class Mix
{
    private const int Runs = 100;
    private readonly byte[][] _requests;
    private readonly byte[] _broken = "{\"source\": {\"region\": us-east-1}}"u8.ToArray();
    private readonly byte[] _wrong = """{"run":"web 1","color":"red","source":{"region":"us-east-1","instanceId":"i-0123456789abcdef0"},"destinations":[{"region":"eu-central-1"},{"region":"eu-central-1"}]}"""u8.ToArray();

    /// <param name="request">The request that the runs carry out, each under a name of its own.</param>
    internal Mix(string request)
    {
        _requests =
        [
            .. Enumerable.Range(0, Runs).Select(run => Encoding.UTF8.GetBytes(request
                .Replace("\"source\"", $"\"run\": \"web-{run}\", \"source\"", StringComparison.Ordinal)
                .Replace("web-{date", "web-{run}-{date", StringComparison.Ordinal))),
        ];
    }

    /// <summary>The first start of each run.</summary>
    internal IEnumerable<HttpRequestMessage> Starts(Uri url) => _requests.Select(request => Post(url, "/distributions", request));

    /// <summary>The <paramref name="number"/>th request, and what kind it is.</summary>
    internal (string Kind, HttpRequestMessage Request) Make(Uri url, int number)
    {
        // Spread: neighbours are of different kinds and runs.
        var place = (int)(number * 37L % 100);
        var run = (int)(number * 61L / 100 % Runs);
        return place switch
        {
            < 5 => ("plan", Post(url, "/distributions/plan", _requests[run])),
            < 55 => ("look", new HttpRequestMessage(HttpMethod.Get, new Uri(url, string.Create(CultureInfo.InvariantCulture, $"/distributions/web-{run}")))),
            < 80 => ("start", Post(url, "/distributions", _requests[run])),
            < 90 => ("no JSON", Post(url, "/distributions", _broken)),
            _ => ("invalid", Post(url, "/distributions", _wrong)),
        };
    }

    private static HttpRequestMessage Post(Uri url, string path, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }
}
