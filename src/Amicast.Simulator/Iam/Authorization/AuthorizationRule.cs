using Amicast.Simulator.Ec2;

namespace Amicast.Simulator.Iam.Authorization;

/// <summary>What one operation authorises.</summary>
/// <param name="Operation">With its service, as actions are written: <c>ec2:CreateImage</c>.</param>
/// <param name="Ask">
/// What is asked before anything happens. It looks at the request, and at what it names: what is malformed or not there is answered before the decision.
/// </param>
/// <param name="Besides">The actions that are asked for, then or at the effect, beside the operation's own.</param>
internal sealed record AuthorizationRule(string Operation, Func<Call, IEnumerable<AuthorizationRequest>> Ask, params IReadOnlyList<string> Besides);
