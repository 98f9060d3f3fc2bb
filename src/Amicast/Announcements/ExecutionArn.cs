using System.Globalization;

namespace Amicast.Announcements;

/// <summary>The parts of an execution's ARN, <c>arn:{partition}:states:{region}:{account}:execution:{state machine}:{name}</c>, and of its name.</summary>
/// <param name="Partition">Such as <c>aws</c>.</param>
/// <param name="Region">The Region.</param>
/// <param name="StateMachine">The state machine's name.</param>
/// <param name="Name">The execution's name.</param>
public sealed record ExecutionArn(string Partition, string Region, string StateMachine, string Name)
{
    private const string BeforeNumber = "--";
    private const int Parts = 8;

    /// <exception cref="ArgumentException">It is not an execution's ARN.</exception>
    internal static ExecutionArn Read(string arn) => TryRead(arn) ?? throw new ArgumentException($"{arn} is not the ARN of an execution.", nameof(arn));

    /// <summary>The parts; none where it is not an execution's ARN.</summary>
    public static ExecutionArn? TryRead(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return arn.Split(':', Parts) is ["arn", var partition, "states", var region, _, "execution", var stateMachine, var name]
            ? new ExecutionArn(partition, region, stateMachine, name)
            : null;
    }

    /// <summary>The run that the execution is of: its first execution has the run's id as its name, later ones a number more.</summary>
    public string Run => Number > 1 ? Name[..Name.LastIndexOf(BeforeNumber, StringComparison.Ordinal)] : Name;

    /// <summary>Which of the run's executions it is, from 1.</summary>
    public int Number
    {
        get
        {
            var at = Name.LastIndexOf(BeforeNumber, StringComparison.Ordinal);
            return at > 0 && int.TryParse(Name.AsSpan(at + BeforeNumber.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 ? number : 1;
        }
    }
}
