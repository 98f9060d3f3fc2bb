using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Services;

/// <summary>One operation of a JSON service. Its class has the operation's name; it holds no state.</summary>
internal abstract class JsonOperation
{
    internal string Name => GetType().Name;

    /// <summary>Checks the request, carries it out and answers.</summary>
    /// <exception cref="Ec2Exception">The request is refused.</exception>
    internal abstract JsonObject Carry(Call call);

    /// <exception cref="Ec2Exception">SerializationException: the member is not a number.</exception>
    private protected static int? Whole(Parameters parameters, string name) => parameters.Text(name) switch
    {
        null => null,
        var text when int.TryParse(text, out var number) => number,
        _ => throw WrongType(name),
    };

    /// <exception cref="Ec2Exception">SerializationException: the member is not true or false.</exception>
    private protected static bool? Flag(Parameters parameters, string name) => parameters.Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw WrongType(name),
    };

    private static Ec2Exception WrongType(string name) => new("SerializationException", $"The member {name} is not of the type that it must be.");

    /// <summary>A moment as the protocol has it: seconds since 1970.</summary>
    private protected static double Seconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 1000.0;
}
