using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>The time within which a time-based copy is to be completed: 15 minutes to 48 hours, in steps of 15 minutes.</summary>
internal static class CopyCompletion
{
    private const int Step = 15;
    private const int Most = 2880;

    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal static TimeSpan? Read(Parameters parameters, string name) => parameters.Number(name) switch
    {
        null => null,
        { } minutes when minutes is >= Step and <= Most && minutes % Step == 0 => TimeSpan.FromMinutes(minutes),
        { } minutes => throw RequestErrors.InvalidValue(name, $"{minutes}"),
    };
}
