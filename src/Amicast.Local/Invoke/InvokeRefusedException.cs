using System.Net;

namespace Amicast.Local.Invoke;

/// <summary>An invocation is refused, as Lambda would refuse it.</summary>
internal sealed class InvokeRefusedException(HttpStatusCode status, string code, string message) : Exception(message)
{
    public HttpStatusCode Status => status;

    /// <summary>Lambda's error code, such as <c>ResourceNotFoundException</c>.</summary>
    public string Code => code;
}
