using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;

namespace Amicast.Simulator.Services;

/// <summary>One operation of a JSON service. Its class has the operation's name; it holds no state.</summary>
internal abstract class JsonOperation
{
    internal string Name => GetType().Name;

    /// <summary>Checks the request, carries it out and answers.</summary>
    /// <exception cref="Ec2.Wire.Ec2Exception">The request is refused.</exception>
    internal abstract JsonObject Carry(Call call);

    /// <summary>A moment as the protocol has it: seconds since 1970.</summary>
    private protected static double Seconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 1000.0;
}
