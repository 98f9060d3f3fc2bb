using System.Text.Json;
using Amicast.Simulator.Documents;

namespace Amicast.Simulator.Iam.Policies;

/// <summary>An identity-based policy of IAM: what the role that has it may do, and what it may not whatever else says that it may.</summary>
/// <remarks>
/// Source: "IAM JSON policy element reference" and "Policy evaluation logic", IAM user guide. Of the language is carried out: version 2012-10-17 with
/// Sid, Effect, Action, NotAction, Resource, NotResource and Condition, policy variables with their defaults, and the condition operators of
/// strings, ARNs, numbers, dates, Bool and Null with their set operators and <c>IfExists</c>. What is not carried out (principals, IP addresses, binary
/// values, global condition keys that no simulated call has) is refused when the policy is read, by its name and place.
/// </remarks>
public sealed class Policy
{
    private readonly IReadOnlyList<PolicyStatement> _statements;

    internal Policy(IReadOnlyList<PolicyStatement> statements) => _statements = statements;

    /// <summary>Reads a policy.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="json">The policy document.</param>
    /// <exception cref="InvalidDocumentException">It is no policy, or has what is not carried out.</exception>
    public static Policy Parse(string name, string json)
    {
        var problems = new DocumentProblems(ignoresUnknown: false);
        try
        {
            using var document = JsonDocument.Parse(json);
            var policy = new PolicyReader(problems).Read(document.RootElement);
            return problems.All.Count == 0 ? policy : throw new InvalidDocumentException(name, problems.All);
        }
        catch (JsonException error)
        {
            throw new InvalidDocumentException(name, [new("$", "InvalidJson", $"Line {error.LineNumber + 1}, byte {error.BytePositionInLine}: not JSON.", "Correct the syntax there.")]);
        }
    }

    /// <summary>The statements that apply to a request, of all that there are.</summary>
    internal IEnumerable<PolicyStatement> That(AuthorizationRequest request, RequestContext context) =>
        _statements.Where(statement => statement.AppliesTo(request, context));
}
