namespace Amicast.Simulator.Iam;

/// <summary>One question that AWS asks before it carries out a call: may the caller do this to that? A call asks one or several; each must be allowed.</summary>
/// <remarks>Source: "Actions, resources, and condition keys" of each service in the Service Authorization Reference.</remarks>
/// <param name="Action">As IAM writes it: <c>ec2:CreateImage</c>.</param>
/// <param name="Resource">An ARN; of what is still to be made one whose id is <c>*</c>; <c>*</c> alone where the action knows no resources.</param>
/// <param name="Context">
/// The condition keys of this action on this resource, with their values; names without regard to case. A key that is not there is absent, which
/// is not the same as one without values.
/// </param>
public sealed record AuthorizationRequest(string Action, string Resource, IReadOnlyDictionary<string, IReadOnlyList<string>> Context);
