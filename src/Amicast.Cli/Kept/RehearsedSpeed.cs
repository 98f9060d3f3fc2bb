using System.Globalization;
using Amicast.Cli.Commands;

namespace Amicast.Cli.Kept;

/// <summary><c>AMICAST_AWS_SPEED</c>: how fast time goes for <c>--aws</c> where what answers is <c>amicast serve --speed N</c>. AWS's own time is the wall's.</summary>
internal static class RehearsedSpeed
{
    private const string Variable = "AMICAST_AWS_SPEED";
    private const double Highest = 1_000_000;

    /// <summary>World seconds per real second.</summary>
    /// <exception cref="BadOptionException">The variable is no speed, or AWS is not on this machine.</exception>
    internal static double Read(Terminal terminal)
    {
        if (terminal.Variable(Variable) is not { Length: > 0 } text)
        {
            return 1;
        }

        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) || speed is <= 0 or > Highest)
        {
            throw new BadOptionException($"{Variable}: '{text}' is not a speed; give a number above 0, up to {Highest:F0}.");
        }

        return Uri.TryCreate(terminal.Variable("AWS_ENDPOINT_URL"), UriKind.Absolute, out var endpoint) && endpoint.IsLoopback
            ? speed
            : throw new BadOptionException($"{Variable} is for a rehearsal with 'amicast serve', at AWS_ENDPOINT_URL on this machine: the time of AWS is the wall's.");
    }
}
