using Amicast.Simulator.Iam;
using Amicast.Simulator.Iam.Policies;

namespace Amicast.Simulator.Tests.Iam.Policies;

/// <summary>Policies, and requests to hold against them.</summary>
internal static class PolicyWorld
{
    internal const string Snapshot = "arn:aws:ec2:us-east-1::snapshot/snap-1";
    private static readonly Caller Caller = new("123456789012", "ASIAROLE");

    /// <summary>A policy with one statement that allows everything under a condition.</summary>
    internal static Policy Under(string condition) => Policy.Parse("policy", $$"""
        { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {{condition}} } }
        """);

    internal static Policy Of(params string[] statements) => Policy.Parse("policy", $$"""{ "Version": "2012-10-17", "Statement": [ {{string.Join(", ", statements)}} ] }""");

    internal static string Statement(string actions, string resources, string effect = "Allow") => $$"""{ "Effect": "{{effect}}", {{actions}}, {{resources}} }""";

    internal static bool Allows(this Policy policy, string action = "ec2:ModifySnapshotAttribute", string resource = Snapshot, params (string Key, string[] Values)[] context) =>
        policy.Decide(action, resource, context).IsAllowed;

    internal static AuthorizationDecision Decide(this Policy policy, string action = "ec2:ModifySnapshotAttribute", string resource = Snapshot, params (string Key, string[] Values)[] context) =>
        new Role("web", [policy]) { Tags = new Dictionary<string, string> { ["team"] = "blue" } }.Decide(
            Caller, new AuthorizationRequest(action, resource, context.ToDictionary(key => key.Key, key => (IReadOnlyList<string>)key.Values)));
}
