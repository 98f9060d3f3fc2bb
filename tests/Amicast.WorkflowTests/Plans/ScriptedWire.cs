using System.Net;
using System.Text;
using System.Web;

namespace Amicast.WorkflowTests.Plans;

/// <summary>An answer of EC2 that the simulated account does not give: by operation, whether tried or meant, and what becomes of the answer.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="DryRun">Whether calls with DryRun are meant.</param>
/// <param name="Error">Instead of the answer: an error code with status 403.</param>
/// <param name="Rewrite">What becomes of the account's own answer.</param>
internal sealed record WireAnswer(string Operation, bool DryRun = false, string? Error = null, Func<string, string>? Rewrite = null);

/// <summary>A wire to a simulated account on which some answers are others.</summary>
internal sealed class ScriptedWire(HttpMessageHandler account, IReadOnlyList<WireAnswer> answers) : DelegatingHandler(account)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
        var scripted = answers.FirstOrDefault(answer => answer.Operation == form["Action"] && answer.DryRun == (form["DryRun"] == "true"));
        if (scripted?.Error is { } code)
        {
            return Answer(request, HttpStatusCode.Forbidden, $"<Response><Errors><Error><Code>{code}</Code><Message>You are not authorized to perform this operation.</Message></Error></Errors><RequestID>q</RequestID></Response>");
        }

        var response = await base.SendAsync(request, cancellationToken);
        return scripted?.Rewrite is null ? response : Answer(request, response.StatusCode, scripted.Rewrite(await response.Content.ReadAsStringAsync(cancellationToken)));
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request, HttpStatusCode status, string xml) =>
        new(status) { RequestMessage = request, Content = new ByteArrayContent(Encoding.UTF8.GetBytes(xml)) };
}
