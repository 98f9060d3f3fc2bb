using System.Net;

namespace Amicast.Simulator.Ec2.Wire;

/// <summary>An error that EC2 answers a request with.</summary>
/// <remarks>Source of codes and statuses: "Error codes for the Amazon EC2 API" and the wire trials noted where they are used.</remarks>
internal sealed class Ec2Exception(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest) : Exception(message)
{
    internal string Code { get; } = code;

    internal HttpStatusCode Status { get; } = status;
}
