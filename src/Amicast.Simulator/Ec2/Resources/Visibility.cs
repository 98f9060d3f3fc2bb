namespace Amicast.Simulator.Ec2.Resources;

/// <summary>Eventual consistency: from when a new resource is found by its id, is listed and matched by filters, and shows its tags.</summary>
internal sealed record Visibility(DateTimeOffset ById, DateTimeOffset Listed, DateTimeOffset Tagged)
{
    internal static Visibility From(DateTimeOffset moment) => new(moment, moment, moment);

    /// <summary>The same, but nothing of it before <paramref name="moment"/>.</summary>
    internal Visibility NotBefore(DateTimeOffset moment) => new(Later(ById, moment), Later(Listed, moment), Later(Tagged, moment));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
