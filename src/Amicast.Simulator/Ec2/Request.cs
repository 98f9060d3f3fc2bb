using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2;

/// <summary>One request as it arrived: the Region is the signature's, the operation is its Action.</summary>
internal sealed record Request(string Region, string Service, string Operation, Parameters Parameters)
{
    /// <exception cref="Ec2Exception">MissingAuthenticationToken, IncompleteSignature.</exception>
    internal static async Task<Request> ReadAsync(HttpRequestMessage message)
    {
        // No token: what has been sent has been sent, whether or not its sender still listens.
        var form = message.Content is null
            ? message.RequestUri?.Query.TrimStart('?') ?? ""
            : await message.Content.ReadAsStringAsync(CancellationToken.None);
        var scope = SignatureScope.Of(message.Headers);
        var parameters = FormBody.Parse(form);
        parameters.Remove("Action", out var action);
        parameters.Remove("Version");
        return new(scope.Region, scope.Service, action ?? "", new Parameters(parameters));
    }
}
