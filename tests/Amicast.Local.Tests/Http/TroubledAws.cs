using System.Net;
using System.Text;

namespace Amicast.Local.Tests.Http;

/// <summary>AWS in one kind of trouble, whatever it is asked.</summary>
internal sealed class TroubledAws(string code, HttpStatusCode status) : HttpMessageHandler
{
    /// <summary>EC2 and Step Functions ask to slow down.</summary>
    internal static TroubledAws Throttling(bool isEc2) => isEc2 ? new("RequestLimitExceeded", HttpStatusCode.ServiceUnavailable) : new("ThrottlingException", HttpStatusCode.BadRequest);

    /// <summary>Nothing answers.</summary>
    internal static TroubledAws Down { get; } = new("", HttpStatusCode.OK);

    /// <summary>The API's own role is refused.</summary>
    internal static TroubledAws Refusing(bool isEc2) => isEc2 ? new("UnauthorizedOperation", HttpStatusCode.Forbidden) : new("AccessDeniedException", HttpStatusCode.BadRequest);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (code.Length == 0)
        {
            throw new HttpRequestException("The connection was refused.");
        }

        var body = request.Headers.Contains("X-Amz-Target")
            ? $$"""{"__type":"{{code}}","message":"role/secret-name may not"}"""
            : $"<Response><Errors><Error><Code>{code}</Code><Message>role/secret-name may not</Message></Error></Errors><RequestID>1</RequestID></Response>";
        return Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8) });
    }
}
