using Amicast.Simulator.Ec2.Wire;
using Amicast.Simulator.Services;

namespace Amicast.Simulator.Ec2;

/// <summary>One request as it arrived: the Region is the signature's, the operation is its Action, or in the JSON protocols its target.</summary>
internal sealed record Request(string Region, string Service, string Operation, Parameters Parameters)
{
    /// <summary>Who sent it: the access key of its signature.</summary>
    internal string AccessKey { get; init; } = "";

    /// <summary>Whether its body could be read; a service refuses it in its own protocol if not.</summary>
    internal bool IsReadable { get; init; } = true;

    /// <exception cref="Ec2Exception">MissingAuthenticationToken, IncompleteSignature.</exception>
    internal static async Task<Request> ReadAsync(HttpRequestMessage message)
    {
        // No token: what has been sent has been sent, whether or not its sender still listens.
        var form = message.Content is null
            ? message.RequestUri?.Query.TrimStart('?') ?? ""
            : await message.Content.ReadAsStringAsync(CancellationToken.None);
        var scope = SignatureScope.Of(message.Headers);
        if (message.Headers.TryGetValues("X-Amz-Target", out var targets))
        {
            var target = targets.First();
            var body = JsonBody.Parse(form);
            return new(scope.Region, scope.Service, target[(target.LastIndexOf('.') + 1)..], new Parameters(body ?? [])) 
            {
                AccessKey = scope.AccessKey,
                IsReadable = body is not null,
            };
        }

        var parameters = FormBody.Parse(form);
        parameters.Remove("Action", out var action);
        parameters.Remove("Version");
        return new(scope.Region, scope.Service, action ?? "", new Parameters(parameters)) { AccessKey = scope.AccessKey };
    }
}
