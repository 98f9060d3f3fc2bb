using Amicast.Simulator.Iam;

namespace Amicast.Local;

/// <summary>The roles of a rehearsal's functions: each calls the simulated account as itself, as on AWS.</summary>
/// <param name="Authorizer">Decides what each access key may do.</param>
/// <param name="AccessKeyOf">The access key of a handler's role.</param>
public sealed record FunctionRoles(IAuthorizer Authorizer, Func<string, string> AccessKeyOf);
