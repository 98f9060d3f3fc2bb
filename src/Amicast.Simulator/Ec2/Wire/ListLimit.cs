namespace Amicast.Simulator.Ec2.Wire;

/// <summary>How many items a list of a request may have.</summary>
internal static class ListLimit
{
    /// <exception cref="Ec2Exception">InvalidParameterValue.</exception>
    internal static IReadOnlyList<T> AtMost<T>(this IReadOnlyList<T> list, int most, string name) =>
        list.Count <= most ? list : throw RequestErrors.InvalidValue($"The parameter {name} has more than {most} items.");
}
