using System.Text;
using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Ec2;

/// <summary>One request as it arrived: the Region is the signature's, the operation is its Action, or in the JSON protocols its target.</summary>
internal sealed record Request(string Region, string Service, string Operation, Parameters Parameters)
{
    /// <summary>Who sent it: the access key of its signature.</summary>
    internal string AccessKey { get; init; } = "";

    /// <summary>Which of its parameters were asked for.</summary>
    internal ReadMarks Marks { get; init; } = new(new Dictionary<string, string>());

    /// <summary>Whether its body could be read; a service refuses it in its own protocol if not.</summary>
    internal bool IsReadable { get; init; } = true;

    /// <summary>The version of the API that a Query request is written in.</summary>
    internal string? Version { get; init; }

    /// <summary>Whatever the content type says, the body is a form; or, with a target, JSON. Without a body the parameters are the address's query.</summary>
    /// <exception cref="Ec2Exception">MissingAuthenticationToken, IncompleteSignature.</exception>
    internal static async Task<Request> ReadAsync(HttpRequestMessage message)
    {
        // No token: what has been sent has been sent, whether or not its sender still listens.
        var body = message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync(CancellationToken.None);
        var scope = SignatureScope.Of(message.Headers);
        if (message.Headers.TryGetValues("X-Amz-Target", out var targets))
        {
            var target = targets.First();
            return Of(scope, target[(target.LastIndexOf('.') + 1)..], JsonBody.Parse(body));
        }

        var form = FormBody.Parse(body.Length > 0 ? body : Encoding.UTF8.GetBytes(message.RequestUri?.Query.TrimStart('?') ?? ""));
        string? action = null, version = null;
        form?.Remove("Action", out action);
        form?.Remove("Version", out version);
        return Of(scope, action ?? "", form) with { Version = version };
    }

    private static Request Of(SignatureScope scope, string operation, Dictionary<string, string>? parameters)
    {
        var marks = new ReadMarks(parameters ?? []);
        return new(scope.Region, scope.Service, operation, new(marks))
        {
            AccessKey = scope.AccessKey,
            Marks = marks,
            IsReadable = parameters is not null,
        };
    }
}
