using System.Net;
using System.Text;
using System.Web;

namespace Amicast.Functions.Tests.Steps;

/// <summary>EC2 as far as a test needs it: the answers it is given, in order, and a note of every call.</summary>
internal sealed class ScriptedEc2 : HttpMessageHandler
{
    private readonly Queue<(HttpStatusCode Status, string Xml)> _answers = new();

    public List<string> Calls { get; } = [];

    public void Answers(string operation, string xml) => _answers.Enqueue((HttpStatusCode.OK, Success(operation, xml)));

    public void Refuses(HttpStatusCode status, string code, string message) => _answers.Enqueue((status, Error(code, message)));

    public static string Success(string operation, string xml) =>
        $"""<{operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>q</requestId>{xml}</{operation}Response>""";

    public static string Error(string code, string message) =>
        $"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>q</RequestID></Response>";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
        Calls.Add($"{request.RequestUri!.Host} {form["Action"]}");
        var (status, xml) = _answers.Dequeue();
        return new HttpResponseMessage(status) { RequestMessage = request, Content = new ByteArrayContent(Encoding.UTF8.GetBytes(xml)) };
    }
}
