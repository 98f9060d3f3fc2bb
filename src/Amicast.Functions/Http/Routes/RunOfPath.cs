using Amicast.Functions.Http.Refusals;
using Amicast.Requests;

namespace Amicast.Functions.Http.Routes;

/// <summary>The run that a path names.</summary>
internal static class RunOfPath
{
    /// <exception cref="RefusalException">404: there can be no such run; Step Functions is not asked for a name that it would refuse.</exception>
    internal static string Read(ApiRequest request) => RunId.IsValid(request.Run) ? request.Run : throw Refused.UnknownRun(request.Run);
}
