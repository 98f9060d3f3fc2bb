using System.Net;
using System.Net.Http.Headers;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using Amicast.Local.Gateway;

namespace Amicast.Local.Serving;

/// <summary>Answers requests that no service gets to see, each in the protocol in which its client reads errors. For any thread.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>the HTTP API's</term><description><c>application/problem+json</c></description></item>
/// <item><term>X-Amz-Target, or another path</term><description>JSON: <c>{"__type": …, "message": …}</c></description></item>
/// <item><term>signed for ec2, or unsigned</term><description>EC2's XML: <c>&lt;Response&gt;&lt;Errors&gt;…</c></description></item>
/// <item><term>any other</term><description>the XML of the Query protocol: <c>&lt;ErrorResponse&gt;&lt;Error&gt;…</c></description></item>
/// </list>
/// </remarks>
internal sealed class Refusals
{
    private int _count;

    internal HttpResponseMessage Unsigned(HttpRequestMessage request) => request.Headers.Contains("Authorization")
        ? Answer(request, HttpStatusCode.BadRequest, "IncompleteSignature", "Authorization header requires 'Credential' parameter of the form key/date/region/service/aws4_request.")
        : Answer(request, HttpStatusCode.Forbidden, "MissingAuthenticationToken", "Request is missing Authentication Token");

    internal HttpResponseMessage UnknownService(HttpRequestMessage request, string service, IEnumerable<string> known) => Answer(
        request,
        HttpStatusCode.BadRequest,
        RequestProtocol.IsJson(request) ? "UnknownOperationException" : "InvalidAction",
        $"The service '{service}' is not served here: there are {string.Join(", ", known)}.");

    internal HttpResponseMessage TooLarge(HttpRequestMessage request) =>
        Answer(request, HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLarge", $"The request is larger than {LoopbackServer.LargestBody} bytes.");

    internal HttpResponseMessage ForeignHost(HttpRequestMessage request, string host) => Answer(
        request, HttpStatusCode.Forbidden, "AccessDenied", $"The host '{host}' is not a name of this machine for itself: call localhost or 127.0.0.1, or allow remote access.");

    internal HttpResponseMessage Failure(HttpRequestMessage request) =>
        Answer(request, HttpStatusCode.InternalServerError, "InternalFailure", "The simulated cloud failed; its own output says how.");

    private HttpResponseMessage Answer(HttpRequestMessage request, HttpStatusCode status, string code, string message)
    {
        var id = $"00000000-0000-4000-8000-{Interlocked.Increment(ref _count):x12}";
        var (body, type) = HttpApiRequests.Has(request) ? (Problem(code, message, id, status), "application/problem+json")
            : RequestProtocol.IsJson(request) ? (Json(code, message), "application/x-amz-json-1.1")
            : RequestProtocol.IsEc2(request) ? (Ec2Xml(code, message, id), "text/xml")
            : (QueryXml(code, message, id, status), "text/xml");
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type, "UTF-8");
        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = content };
        response.Headers.Add("x-amzn-RequestId", id);
        response.Headers.Add("x-amzn-ErrorType", code);
        return response;
    }

    private static string Json(string code, string message) => new JsonObject { ["__type"] = code, ["message"] = message }.ToJsonString();

    // API Gateway itself answers {"message": …}; here there is more to say.
    private static string Problem(string code, string message, string id, HttpStatusCode status) => new JsonObject
    {
        ["type"] = $"urn:amicast:problem:{code}", ["title"] = "The request did not get to the API.", ["status"] = (int)status, ["detail"] = message, ["instance"] = $"urn:amicast:request:{id}",
    }.ToJsonString();

    private static string Ec2Xml(string code, string message, string id) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error>{CodeAndMessage(code, message)}</Error></Errors><RequestID>{id}</RequestID></Response>";

    private static string QueryXml(string code, string message, string id, HttpStatusCode status) =>
        $"<ErrorResponse><Error><Type>{((int)status < 500 ? "Sender" : "Receiver")}</Type>{CodeAndMessage(code, message)}</Error><RequestId>{id}</RequestId></ErrorResponse>";

    private static string CodeAndMessage(string code, string message) => $"<Code>{code}</Code><Message>{SecurityElement.Escape(message)}</Message>";
}
