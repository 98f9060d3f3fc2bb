using Amicast.Simulator.Iam;

namespace Amicast.Simulator.Tests.Iam;

/// <summary>Writes down what is asked, and denies what it is told to.</summary>
internal sealed class Recorder : IAuthorizer
{
    internal const string CallerArn = "arn:aws:sts::123456789012:assumed-role/step/session";

    internal List<AuthorizationRequest> Requests { get; } = [];

    /// <summary>What the caller may not do. Default: nothing.</summary>
    internal Func<AuthorizationRequest, bool> Denies { get; set; } = _ => false;

    /// <summary>The requests as lines, each with its keys under it, but those that every request has.</summary>
    internal string Text => string.Concat(Requests.Select(Describe));

    public string ArnOf(Caller caller) => CallerArn;

    public AuthorizationDecision Decide(Caller caller, AuthorizationRequest request)
    {
        Requests.Add(request);
        return Denies(request) ? AuthorizationDecision.DeniedImplicitly : AuthorizationDecision.Allowed;
    }

    private static string Describe(AuthorizationRequest request) => string.Concat(
    [
        $"  {request.Action} on {request.Resource}\n",
        .. request.Context.Where(key => !IsCommon(key.Key)).OrderBy(key => key.Key, StringComparer.Ordinal).Select(key => $"    {key.Key} = {string.Join(" | ", key.Value)}\n"),
    ]);

    internal static bool IsCommon(string key) => key is "aws:RequestedRegion" or "aws:PrincipalAccount" or "aws:ResourceAccount" or "ec2:Region";
}
