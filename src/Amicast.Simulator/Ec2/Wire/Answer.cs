using System.Net;
using System.Net.Http.Headers;

namespace Amicast.Simulator.Ec2.Wire;

/// <summary>What goes back over the wire.</summary>
internal sealed record Answer(HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    private const string RequestIdHeader = "x-amzn-RequestId";
    private const string Namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";

    internal string ContentType { get; init; } = "text/xml";

    /// <summary>The request's id, for the header in which clients look for it; the XML protocols have it in the body too.</summary>
    internal required string RequestId { get; init; }

    /// <summary>The answer of an operation that went well; <paramref name="write"/> writes what follows the request's id.</summary>
    internal static Answer Success(string operation, string requestId, Reply write)
    {
        var writer = new ResponseWriter();
        writer.Raw($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{operation}Response xmlns=\"{Namespace}\">");
        writer.Text("requestId", requestId);
        write(writer);
        writer.Close($"{operation}Response");
        return new(HttpStatusCode.OK, writer.Written) { RequestId = requestId };
    }

    internal static Answer Failure(Ec2Exception error, string requestId)
    {
        var writer = new ResponseWriter();
        writer.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error>");
        writer.Text("Code", error.Code);
        writer.Text("Message", error.Message);
        writer.Raw("</Error></Errors>");
        writer.Text("RequestID", requestId);
        writer.Close("Response");
        return new(error.Status, writer.Written) { RequestId = requestId };
    }

    internal HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        var content = new ReadOnlyMemoryContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue(ContentType, "UTF-8");
        var message = new HttpResponseMessage(Status) { Content = content, RequestMessage = request };
        message.Headers.Add(RequestIdHeader, RequestId);
        return message;
    }
}
